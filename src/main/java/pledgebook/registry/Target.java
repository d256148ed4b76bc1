package pledgebook.registry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What was promised of an indicator.
///
/// @param value the promised figure in the indicator's unit; null for `all` without a figure and
///   `done`
/// @param from where raised_to starts; null otherwise
/// @param bare the sentence gives the figure without a comparing word (then at_least)
/// @param clause the part of the commitment the target stands in; null when the figure occurs there
///   once
public record Target(
    Comparator comparator,
    @Nullable BigDecimal value,
    @Nullable BigDecimal from,
    Firmness firmness,
    boolean bare,
    @Nullable String clause) {

  /// How performance is set against the figure. 以上 and 以内 include the number, 超过 excludes it (Civil
  /// Code, art. 1259).
  public enum Comparator {
    /// 以上, 不少于, 达到, or a bare figure.
    AT_LEAST("≥"),
    /// 突破, 超过.
    MORE_THAN(">"),
    /// 之内, 以内, 不超过: smaller is better.
    AT_MOST("≤"),
    /// 由…拓展至….
    RAISED_TO("→"),
    /// 全覆盖, 全域: every member of the reference list.
    ALL("全部"),
    /// A deliverable is there.
    DONE("完成");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    /// The sign printed before a target in tables.
    public String sign() {
      return sign;
    }
  }

  /// Whether the project stands or falls with the target.
  public enum Firmness {
    /// 承诺: it does.
    COMMITTED,
    /// 力争: a miss is told, and blocks nothing.
    ASPIRED
  }
}
