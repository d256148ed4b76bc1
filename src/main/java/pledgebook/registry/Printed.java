package pledgebook.registry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How a figure is printed; printing never changes a verdict.
///
/// @param decimals behind the scaled figure
/// @param step the figure is rounded to a multiple of it, in the unit itself: 超1480万 has step
///   100000; null when only the decimals round
public record Printed(Scale scale, int decimals, @Nullable BigDecimal step, Qualifier qualifier) {

  /// The power of ten a figure is printed in.
  public enum Scale {
    /// The figure itself.
    NONE("", 0),
    /// 万, ten thousand.
    WAN("万", 4),
    /// 亿, a hundred million.
    YI("亿", 8);

    private final String label;
    private final int power;

    Scale(String label, int power) {
      this.label = label;
      this.power = power;
    }

    /// The character printed behind the figure; empty for none.
    public String label() {
      return label;
    }

    /// The exponent of ten.
    public int power() {
      return power;
    }
  }

  /// The word before a rounded figure.
  public enum Qualifier {
    /// None: rounded half to even (GB/T 8170).
    NONE(""),
    /// 超: rounded down, and the value lies strictly above what is printed.
    MORE_THAN("超"),
    /// 逾: the same, in writing.
    BEYOND("逾"),
    /// 近: rounded up, and the value lies strictly below what is printed.
    NEARLY("近");

    private final String label;

    Qualifier(String label) {
      this.label = label;
    }

    /// The character printed before the figure; empty for none.
    public String label() {
      return label;
    }
  }
}
