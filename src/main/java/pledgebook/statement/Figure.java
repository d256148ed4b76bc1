package pledgebook.statement;

import pledgebook.vocabulary.IndicatorCode;

/// A figure as it is printed, bound to the indicator it tells.
///
/// @param id where it stands, such as `1-完成-2` or `数说-交通-2`: project (or digest), block, serial
///   number from 1
/// @param indicator whose figure it is
/// @param role promise or performance
/// @param text the printed figure: qualifier, digits, scale; 超1480万, 667.6, 1.62∶1
/// @param tied what follows and must stay on the line with it, such as 公里; empty when nothing does
/// @param compared true for a figure of an indicator with a target: printed red. Others bold black
public record Figure(
    String id, IndicatorCode indicator, Role role, String text, String tied, boolean compared) {
  /// Which side of the comparison it stands on.
  public enum Role {
    /// What was promised.
    PROMISE("目标"),
    /// What was done.
    PERFORMANCE("完成");

    private final String label;

    Role(String label) {
      this.label = label;
    }

    /// The Chinese word that is printed.
    public String label() {
      return label;
    }
  }
}
