package pledgebook.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// Stands in for every font a PDF names but does not carry, so that what is read is the same on
/// every machine.
final class OneFont implements FontMapper {
  private static final String NAME = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

  private @Nullable TrueTypeFont font;

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      String baseFont, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(font(), true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      String baseFont, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(font(), true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
    return new CIDFontMapping(null, font(), true);
  }

  private synchronized TrueTypeFont font() {
    TrueTypeFont known = font;
    if (known != null) {
      return known;
    }
    try (InputStream in = OneFont.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("no font " + NAME);
      }
      TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(in));
      font = read;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
