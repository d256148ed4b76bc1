package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pledgebook.publication.Passports.EvidencePassport;
import pledgebook.publication.Passports.FigurePassport;
import pledgebook.publication.Passports.IndicatorPassport;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 指标护照: the passport of every indicator from the printed text down to the cells, as `explain`
/// tells it.
final class PassportSheet {
  /// Of a member; all of them stand in 来源追溯.
  private static final int MOST_CELLS = 10;

  private static final String INDENT = "　";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final SheetRows sheet =
      new SheetRows("passport", List.of(11, 16, 72, 16, 9, 18, 13, 26, 32));
  private final CellLinks links;

  private PassportSheet(CellLinks links) {
    this.links = links;
  }

  static SheetContent of(
      Edition edition, Passports passports, WarehouseRows rows, SheetMarks marks) {
    CellLinks links = new CellLinks(edition.round().year(), rows.intake());
    PassportSheet passport = new PassportSheet(links);
    passport.head(edition, marks);
    PassportTrees trees = PassportTrees.bounded(passports, MOST_CELLS);
    for (IndicatorPassport indicator : passports.indicators()) {
      List<FigurePassport> figures =
          passports.figures().stream()
              .filter(figure -> figure.indicator().equals(indicator.code()))
              .toList();
      passport.indicator(indicator, trees.of(indicator, figures));
    }
    return passport.sheet.content(2, marks.footer());
  }

  private void head(Edition edition, SheetMarks marks) {
    sheet.title(MESSAGES.text("passport.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("passport.note"));
    sheet.notices(marks.notices());
    sheet.headings("code", "label", "text", "sheet", "cell", "raw", "value", "key", "file");
  }

  private void indicator(IndicatorPassport indicator, PassportTree tree) {
    row(
        indicator.code(),
        "",
        new PassportTree(indicator.name(), tree.text(), null, List.of()),
        Role.FIXED);
    tree.children().forEach(child -> below(indicator.code(), INDENT, child));
  }

  private void below(String code, String indent, PassportTree tree) {
    row(code, indent, tree, Role.BODY);
    tree.children().forEach(child -> below(code, indent + INDENT, child));
  }

  private void row(String code, String indent, PassportTree tree, Role role) {
    List<CellContent> row = new ArrayList<>();
    row.add(SheetRows.text(code, role == Role.BODY ? Role.CENTRED : role));
    row.add(SheetRows.text(indent + tree.label(), role));
    EvidencePassport cell = tree.cell();
    if (cell == null) {
      row.add(SheetRows.text(tree.text(), role));
      for (int column = 0; column < 6; column++) {
        row.add(SheetRows.text("", role));
      }
    } else {
      row.add(SheetRows.body(cell.counted() ? null : MESSAGES.text("passport.sheet.not-counted")));
      row.add(SheetRows.body(cell.sheet()));
      row.add(links.cell(cell.file(), cell.sheet(), cell.cell()));
      row.add(SheetRows.body(cell.raw()));
      row.add(SheetRows.text(Objects.toString(cell.value(), ""), Role.BODY));
      row.add(SheetRows.body(cell.key()));
      row.add(SheetRows.body(cell.file()));
    }
    sheet.row(row);
  }
}
