package pledgebook.typesetting;

/// What a document is made for.
public enum Medium {
  /// To be read, heard and kept: PDF/A-3u in grey and sRGB red.
  READING(0),
  /// To be printed on a press: plain PDF 1.6 whose black is the ink K alone and whose red is one
  /// spot colour; there is no other colour. Every page carries a bleed.
  PRESS(3);

  private final double bleed;

  Medium(double bleed) {
    this.bleed = bleed;
  }

  /// What is printed beyond the trim on every side, in millimetres: the knife may err by so much.
  public double bleed() {
    return bleed;
  }
}
