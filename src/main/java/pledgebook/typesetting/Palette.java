package pledgebook.typesetting;

import org.openpdf.text.pdf.CMYKColor;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfSpotColor;

/// The inks of one document as its medium takes them.
final class Palette {
  /// The one spot colour, by its name on the plate.
  static final String SPOT = "Pledge Red";

  /// How the spot colour looks where it is simulated by the four process inks: cyan, magenta,
  /// yellow, black.
  private static final CMYKColor SIMULATED = new CMYKColor(0.15f, 1f, 1f, 0.05f);

  private final Medium medium;
  private final PdfSpotColor spot = new PdfSpotColor(SPOT, SIMULATED);

  Palette(Medium medium) {
    this.medium = medium;
  }

  Medium medium() {
    return medium;
  }

  void fill(PdfContentByte content, Ink ink) {
    float strength = ink.percent() / 100f;
    int[] rgb = ink.rgb();
    switch (medium) {
      case READING -> {
        switch (ink.colour()) {
          case BLACK -> content.setGrayFill(1 - strength);
          case RED -> content.setRGBColorFill(rgb[0], rgb[1], rgb[2]);
        }
      }
      case PRESS -> {
        switch (ink.colour()) {
          case BLACK -> content.setCMYKColorFillF(0, 0, 0, strength);
          case RED -> content.setColorFill(spot, strength);
        }
      }
    }
  }

  void stroke(PdfContentByte content, Ink ink) {
    float strength = ink.percent() / 100f;
    int[] rgb = ink.rgb();
    switch (medium) {
      case READING -> {
        switch (ink.colour()) {
          case BLACK -> content.setGrayStroke(1 - strength);
          case RED -> content.setRGBColorStroke(rgb[0], rgb[1], rgb[2]);
        }
      }
      case PRESS -> {
        switch (ink.colour()) {
          case BLACK -> content.setCMYKColorStrokeF(0, 0, 0, strength);
          case RED -> content.setColorStroke(spot, strength);
        }
      }
    }
  }
}
