package pledgebook.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/// The inks a PDF asks for, gathered from every content stream and every form in it.
public final class UsedInks {
  private static final Set<String> NAMING = Set.of("cs", "CS");
  private static final Set<String> TINTING = Set.of("sc", "SC", "scn", "SCN");
  private static final Set<String> OTHERS = Set.of("sh", "BI", "ri");

  private final Set<String> inks = new TreeSet<>();

  private UsedInks() {}

  /// `K` for pure black, `Separation:<name>` for a spot colour, and whatever else is asked for by
  /// the name of its operator, resource or kind.
  public static Set<String> of(byte[] pdf) {
    UsedInks used = new UsedInks();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        used.read(page);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return used.inks;
  }

  private void read(PDContentStream stream) throws IOException {
    List<COSBase> operands = new ArrayList<>();
    PDFStreamParser parser = new PDFStreamParser(stream);
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (token instanceof Operator operator) {
        ask(operator.getName(), operands, stream.getResources());
        operands.clear();
      } else {
        operands.add((COSBase) token);
      }
    }
    resources(stream.getResources());
  }

  private void ask(String operator, List<COSBase> operands, PDResources resources) {
    switch (operator) {
      case "k", "K" -> inks.add(isBlackAlone(operands) ? "K" : "CMYK");
      case "g", "G", "rg", "RG" -> inks.add(operator);
      default -> {
        if (NAMING.contains(operator)) {
          inks.add(name(resources, (COSName) operands.getFirst()));
        } else if (OTHERS.contains(operator)) {
          inks.add(operator);
        } else if (TINTING.contains(operator) && operands.size() != 1) {
          inks.add(operator + operands.size());
        }
      }
    }
  }

  private static boolean isBlackAlone(List<COSBase> operands) {
    return operands.subList(0, 3).stream().allMatch(o -> ((COSNumber) o).floatValue() == 0);
  }

  private static String name(PDResources resources, COSName name) {
    COSBase space =
        resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE).getDictionaryObject(name);
    return space instanceof COSArray array
        ? ((COSName) array.getObject(0)).getName() + ":" + ((COSName) array.getObject(1)).getName()
        : String.valueOf(space);
  }

  private void resources(PDResources resources) throws IOException {
    for (COSName space : resources.getColorSpaceNames()) {
      inks.add(name(resources, space));
    }
    resources.getPatternNames().forEach(pattern -> inks.add("pattern"));
    resources.getShadingNames().forEach(shading -> inks.add("shading"));
    resources.getExtGStateNames().forEach(state -> inks.add("graphics state"));
    for (COSName name : resources.getXObjectNames()) {
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDFormXObject form) {
        read(form);
      } else {
        inks.add("image");
      }
    }
  }
}
