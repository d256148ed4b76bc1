package pledgebook.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.openpdf.text.pdf.BaseFont;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// The fonts of one document: Noto Sans SC (SIL OFL 1.1), read when a weight is first used. A font
/// collects the glyphs of its subset, so it belongs to one document only.
final class Typefaces {
  /// Longest piece of the surrounding text a message quotes, in characters.
  private static final int QUOTED = 40;

  private final Map<Weight, BaseFont> fonts = new EnumMap<>(Weight.class);
  private final Sha256 seed;

  /// @param seed from which the names of the subsets are drawn
  Typefaces(Sha256 seed) {
    this.seed = seed;
  }

  BaseFont font(Weight weight) {
    return fonts.computeIfAbsent(weight, this::read);
  }

  /// The glyph of a character.
  ///
  /// @throws Failure `typesetting.missing-glyph`: the library would drop it without a word
  Glyph glyph(int codePoint, Run run) {
    BaseFont font = font(run.weight());
    if (!font.charExists(codePoint)) {
      throw missing(codePoint, run.text());
    }
    int advance = font.getWidth(codePoint);
    int[] box = font.getCharBBox(codePoint);
    int before = box == null ? 0 : box[0];
    int after = box == null ? 0 : advance - box[2];
    return new Glyph(codePoint, run, CharacterClass.of(codePoint), advance, before, after);
  }

  private static Failure missing(int codePoint, String text) {
    boolean visible = !Character.isISOControl(codePoint) && Character.isDefined(codePoint);
    String message =
        Messages.of("typesetting")
            .text(
                "missing-glyph",
                "character",
                visible ? Character.toString(codePoint) : "",
                "code_point",
                name(codePoint),
                "text",
                excerpt(text, codePoint));
    return new Failure("typesetting.missing-glyph", ExitStatus.USAGE, message);
  }

  boolean has(int codePoint, Weight weight) {
    return font(weight).charExists(codePoint);
  }

  /// U+4E00: as the Unicode standard writes a code point, four digits or more.
  static String name(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  private static String excerpt(String text, int codePoint) {
    int at = text.indexOf(codePoint);
    int start = Math.max(0, at - QUOTED / 2);
    int end = Math.min(text.length(), start + QUOTED);
    return text.substring(start, end).replaceAll("\\p{Cntrl}", " ");
  }

  private BaseFont read(Weight weight) {
    String name = "NotoSansSC-" + weight.fontName() + ".ttf";
    BaseFont font = read(name, bytes(name));
    font.setSecureRandom(seeded(weight));
    return font;
  }

  /// A font from its bytes.
  ///
  /// @throws Failure `typesetting.font-not-readable`
  static BaseFont read(String name, byte[] bytes) {
    try {
      BaseFont font =
          BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
      font.setIncludeCidSet(false);
      return font;
    } catch (IOException | RuntimeException e) {
      throw notReadable(name, e);
    }
  }

  /// The bytes of a font of the program.
  ///
  /// @throws Failure `typesetting.font-not-readable`
  static byte[] bytes(String name) {
    try (InputStream in = Typefaces.class.getResourceAsStream("/fonts/ttf/NotoSansSC/" + name)) {
      if (in == null) {
        throw new IOException("no such font");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw notReadable(name, e);
    }
  }

  private static Failure notReadable(String name, Exception cause) {
    String message = Messages.of("typesetting").text("font-not-readable", "name", name);
    return new Failure("typesetting.font-not-readable", ExitStatus.FAILED, message, cause);
  }

  private SecureRandom seeded(Weight weight) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(HexFormat.of().parseHex(Sha256.of(seed.hex() + weight.fontName()).hex()));
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA1PRNG", e);
    }
  }
}
