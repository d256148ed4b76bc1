package pledgebook.registry;

import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.IndicatorCode;

/// How a promise of a round stands to that of the year before: of a project, or of one indicator.
///
/// @param projectBefore number of last year's project; null when there was none
/// @param project number of this year's; null when there is none
/// @param before last year's indicator; null of a whole project, and when there was none
/// @param indicator this year's; null of a whole project, and when there is none
/// @param detail what else there is to say, in Chinese; empty when nothing
public record CommitmentChange(
    Change change,
    @Nullable Integer projectBefore,
    @Nullable String titleBefore,
    @Nullable Integer project,
    @Nullable String title,
    @Nullable Promised before,
    @Nullable Promised indicator,
    String detail) {

  /// What was promised of an indicator.
  ///
  /// @param unit its symbol; empty where it has none
  /// @param target as tables print it, such as ≥200; empty where none is set
  public record Promised(IndicatorCode code, String name, String unit, String target) {}

  /// What became of a promise. They are told in this order.
  public enum Change {
    /// 新增: the year before had nothing of the kind.
    NEW,
    /// 延续: carried on, perhaps under another title.
    CONTINUED,
    /// 未延续: this year says nothing of it.
    DROPPED,
    /// 目标提高: more is promised than the year before.
    RAISED,
    /// 目标降低: less is promised.
    LOWERED,
    /// 口径变化: what is measured, or how it is bound, is another.
    REDEFINED;

    /// As printed.
    public String label() {
      return CommitmentComparison.text("change." + name());
    }
  }
}
