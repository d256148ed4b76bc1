package pledgebook.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignature;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;

/// A PDF with a signature appended (ISO 32000-1, 12.8; ETSI EN 319 142-1): what was signed stays as
/// it was, byte by byte, before it.
public final class SignedCopy {
  /// Room for a signature with a chain of certificates.
  private static final int ROOM = 24_000;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]*+|[0-9A-F]*+");

  private static final PdfName CADES = new PdfName("ETSI.CAdES.detached");

  private final Optional<Instant> time;
  private final byte[] cms;
  private final byte[] content;

  private SignedCopy(Optional<Instant> time, byte[] cms, byte[] content) {
    this.time = time;
    this.cms = cms;
    this.content = content;
  }

  /// The signing time the signature gives.
  public Optional<Instant> time() {
    return time;
  }

  /// The signature itself, with zeros behind it.
  public byte[] cms() {
    return cms.clone();
  }

  /// What it is over: the whole file but the signature.
  public byte[] content() {
    return content.clone();
  }

  /// Appends a signature.
  ///
  /// @param at the signing time
  /// @param name who signs
  /// @param signer gives a detached CMS signature of bytes
  public static byte[] append(byte[] pdf, Instant at, String name, UnaryOperator<byte[]> signer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GregorianCalendar time = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    try (PdfReader reader = new PdfReader(pdf)) {
      PdfStamper stamper = PdfStamper.createSignature(reader, out, null, null, true);
      stamper.setEnforcedModificationDate(time);
      PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
      appearance.setSignDate(time);
      PdfSignature dictionary = new PdfSignature(PdfName.ADOBE_PPKLITE, CADES);
      dictionary.setDate(new PdfDate(time));
      dictionary.put(PdfName.NAME, new PdfString(name, PdfString.TEXT_UNICODE));
      appearance.setCryptoDictionary(dictionary);
      appearance.preClose(Map.of(PdfName.CONTENTS, 2 * ROOM + 2));
      byte[] cms = signer.apply(appearance.getRangeStream().readAllBytes());
      PdfDictionary signature = new PdfDictionary();
      signature.put(PdfName.CONTENTS, new PdfString(Arrays.copyOf(cms, ROOM)).setHexWriting(true));
      appearance.close(signature);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the signature of a copy of an original.
  ///
  /// @return empty where the file is not the original, byte by byte, with one signature behind it
  ///   and nothing else: a change that somebody signed is a change
  /// @throws DocumentRefused when the file cannot be read
  public static Optional<SignedCopy> of(byte[] original, byte[] file) throws DocumentRefused {
    if (file.length <= original.length || Arrays.mismatch(original, file) != original.length) {
      return Optional.empty();
    }
    ForeignDocument.Bounds bounds = ForeignDocument.BOUNDS;
    return ForeignDocument.within(
        bounds,
        () -> {
          try (PDDocument before = ForeignDocument.load(original, bounds);
              PDDocument after = ForeignDocument.load(file, bounds)) {
            Optional<SignedCopy> copy = read(after, file, original.length);
            return copy.isPresent() && SignatureOnly.isAllThatDiffers(before, after)
                ? copy
                : Optional.empty();
          }
        });
  }

  private static Optional<SignedCopy> read(PDDocument document, byte[] file, int original) {
    if (document.getSignatureDictionaries().size() != 1) {
      return Optional.empty();
    }
    PDSignature signature = document.getSignatureDictionaries().getFirst();
    int[] range = signature.getByteRange();
    if (range == null || range.length != 4 || !isWhole(range, file, original)) {
      return Optional.empty();
    }
    byte[] content = new byte[range[1] + range[3]];
    System.arraycopy(file, 0, content, 0, range[1]);
    System.arraycopy(file, range[2], content, range[1], range[3]);
    Optional<Instant> time =
        Optional.ofNullable(signature.getSignDate())
            .map(GregorianCalendar.class::cast)
            .map(GregorianCalendar::toInstant);
    return Optional.of(new SignedCopy(time, signature.getContents(), content));
  }

  /// All of the file is signed but one string of hexadecimal digits behind the original.
  private static boolean isWhole(int[] range, byte[] file, int original) {
    long end = (long) range[2] + range[3];
    if (range[0] != 0 || range[1] < original || range[2] <= range[1] + 1 || end != file.length) {
      return false;
    }
    String digits =
        new String(file, range[1] + 1, range[2] - range[1] - 2, StandardCharsets.ISO_8859_1);
    // Letters of one case, so that no byte can be another unnoticed.
    return HEX.matcher(digits).matches() && file[range[1]] == '<' && file[range[2] - 1] == '>';
  }
}
