package pledgebook.typesetting;

/// The weights of Noto Sans SC that are set; each costs a font in the document, so few are used in
/// one.
public enum Weight {
  LIGHT("Light"),
  REGULAR("Regular"),
  MEDIUM("Medium"),
  BOLD("Bold"),
  BLACK("Black");

  private final String fontName;

  Weight(String fontName) {
    this.fontName = fontName;
  }

  /// The weight's name in the font family.
  String fontName() {
    return fontName;
  }
}
