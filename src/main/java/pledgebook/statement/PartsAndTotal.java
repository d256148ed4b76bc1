package pledgebook.statement;

import java.math.BigDecimal;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.vocabulary.Messages;

/// 舍位平衡: whether the members' printed parts and the printed total of an indicator agree. Each part
/// is rounded by itself (GB/T 8170) and none is bent to make the sum come out, for a member's
/// figure is nobody else's to change; where they do not agree, a note beside the parts says so.
///
/// They agree where a reader who adds up what is printed, and prints the sum as the total is
/// printed (scale, decimals, step, 超 or 近), comes to the total that stands there.
record PartsAndTotal(Indicator whole) {
  private static final Messages MESSAGES = Messages.of("statement");

  /// @param sum of the parts as they are printed, in the indicator's unit
  /// @param total exact
  boolean agree(BigDecimal sum, Actual total) {
    PrintedFigure added = print(new Actual(sum, BigDecimal.ONE));
    return added.text().equals(print(total).text());
  }

  /// What is said beside parts that do not agree with their total.
  static String note(Indicator whole) {
    return MESSAGES.text(
        whole.kind() == Kind.DISTINCT ? "statement.parts-overlap" : "statement.parts-rounded");
  }

  private PrintedFigure print(Actual value) {
    return PrintedFigure.of(value, whole.printed(), whole.kind());
  }
}
