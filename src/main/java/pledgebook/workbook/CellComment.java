package pledgebook.workbook;

/// What is shown when a cell is pointed at.
///
/// @param text as a person reads it; of a threaded comment with its replies
public record CellComment(CellAddress cell, String author, String text) {
  /// Tells whether it says what this program wrote there, and nothing else: no words of the
  /// member's before ours, none typed in afterwards.
  public boolean isOurs() {
    return Remarks.isOurs(author, text);
  }
}
