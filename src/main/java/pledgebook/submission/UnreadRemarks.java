package pledgebook.submission;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import pledgebook.finding.Finding;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.Cell;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.CellComment;
import pledgebook.workbook.IndexMark;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookRefused;

/// What members write where nobody reads it: answers typed into the index of a return copy, or as
/// comments. They are told of with their cells, so that nobody waits for an answer to them.
final class UnreadRemarks {
  /// Told one by one; the last says that there are more.
  private static final int MOST = 20;

  private static final Messages MESSAGES = Messages.of("submission");

  private static final Set<String> CODES =
      Set.of(ReadingRule.UNREAD_REPLY.code(), ReadingRule.UNREAD_COMMENT.code());

  private final ReadingFindings findings;

  UnreadRemarks(ReadingFindings findings) {
    this.findings = findings;
  }

  /// Tells whether a finding is of this kind.
  static boolean isOne(Finding finding) {
    return CODES.contains(finding.code());
  }

  /// Tells of what was typed into an index of ours.
  void typedInto(Sheet index) throws WorkbookRefused {
    tell(
        ReadingRule.UNREAD_REPLY,
        index,
        IndexMark.typedInto(index, MOST + 1),
        Cell::address,
        Cell::plain);
  }

  /// Tells of comments that are not ours, or were written on.
  void commented(Sheet sheet) {
    List<CellComment> written =
        sheet.comments().stream()
            .filter(comment -> !comment.isOurs() && !comment.text().isBlank())
            .limit(MOST + 1L)
            .toList();
    tell(ReadingRule.UNREAD_COMMENT, sheet, written, CellComment::cell, CellComment::text);
  }

  /// @param remarks one more than are told, where there are more
  private <T> void tell(
      ReadingRule rule,
      Sheet sheet,
      List<T> remarks,
      Function<T, CellAddress> place,
      Function<T, String> text) {
    for (int i = 0; i < Math.min(MOST, remarks.size()); i++) {
      T remark = remarks.get(i);
      String cell = place.apply(remark).toString();
      boolean more = i == MOST - 1 && remarks.size() > MOST;
      findings.add(
          rule,
          At.cell(sheet.name(), cell, text.apply(remark), List.of()),
          "sheet",
          sheet.name(),
          "cell",
          cell,
          "more",
          more ? MESSAGES.text("remarks.more") : "");
    }
  }
}
