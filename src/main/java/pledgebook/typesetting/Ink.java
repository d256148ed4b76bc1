package pledgebook.typesetting;

/// What is printed with: black or the one red, full or as a tint.
///
/// @param colour the ink
/// @param percent its strength: 0 is paper, 100 is full
public record Ink(Colour colour, int percent) {
  /// The inks there are.
  public enum Colour {
    /// A pure grey scale, without any hue.
    BLACK,
    /// sRGB 196, 22, 28.
    RED
  }

  public static final Ink BLACK = new Ink(Colour.BLACK, 100);
  public static final Ink RED = new Ink(Colour.RED, 100);
  public static final Ink PAPER = new Ink(Colour.BLACK, 0);

  private static final int[] FULL_RED = {196, 22, 28};

  /// @throws IllegalArgumentException when the strength is not a per cent
  public Ink {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("strength of an ink in per cent: " + percent);
    }
  }

  /// A grey: black at a strength in per cent.
  public static Ink grey(int percent) {
    return new Ink(Colour.BLACK, percent);
  }

  /// A tint of the red.
  ///
  /// @param percent its strength
  public static Ink red(int percent) {
    return new Ink(Colour.RED, percent);
  }

  /// Red, green and blue of the tint on white paper, 0 to 255.
  int[] rgb() {
    int[] full = colour == Colour.RED ? FULL_RED : new int[] {0, 0, 0};
    int[] tint = new int[3];
    for (int i = 0; i < 3; i++) {
      tint[i] = 255 - ((255 - full[i]) * percent + 50) / 100;
    }
    return tint;
  }
}
