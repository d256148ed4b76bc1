package pledgebook.typesetting;

/// How lines stand in their measure.
public enum Alignment {
  /// Flush on both sides, the last line on the left only.
  JUSTIFIED,
  LEFT,
  CENTRED,
  RIGHT
}
