package pledgebook.typesetting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// What the reference validator of the PDF Association has to say of a document.
public final class Conformance {
  private static final List<PDFAFlavour> HELD = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Conformance() {}

  /// The clauses of PDF/A-3a and PDF/UA-1 a document breaks; empty for one that conforms to both.
  public static Set<String> faults(byte[] pdf) {
    Set<String> faults = new TreeSet<>();
    for (PDFAFlavour flavour : HELD) {
      ValidationResult result = validate(pdf, flavour);
      result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .map(assertion ->
              flavour.getId()
                  + " "
                  + assertion.getRuleId().getClause()
                  + " "
                  + assertion.getMessage()
                  + " "
                  + assertion.getLocation().getContext())
          .forEach(faults::add);
      if (!result.isCompliant() && faults.isEmpty()) {
        faults.add(flavour.getId() + " not compliant");
      }
    }
    return faults;
  }

  private static ValidationResult validate(byte[] pdf, PDFAFlavour flavour) {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser);
    } catch (VeraPDFException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
