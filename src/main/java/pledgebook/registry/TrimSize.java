package pledgebook.registry;

import java.util.Arrays;

/// The trimmed sizes a booklet is made in: what 32开 means with the sheets in use.
public enum TrimSize {
  /// 正度32开.
  SMALL(130, 184),
  /// 大度32开.
  LARGE(140, 203),
  /// 国际32开, A5 of ISO 216.
  A5(148, 210);

  private final int width;
  private final int height;

  TrimSize(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /// In millimetres.
  public int width() {
    return width;
  }

  /// In millimetres.
  public int height() {
    return height;
  }

  /// As booklet.yml writes it, such as 130x184.
  String label() {
    return width + "x" + height;
  }

  static TrimSize of(String label) {
    return Arrays.stream(values())
        .filter(size -> size.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no size " + label));
  }
}
