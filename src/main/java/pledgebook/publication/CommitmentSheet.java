package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.CommitmentChange;
import pledgebook.registry.CommitmentChange.Change;
import pledgebook.registry.CommitmentChange.Promised;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 承诺对照: how the promises of a round stand to those of the year before.
final class CommitmentSheet {
  private static final String SHEET = "commitments";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// From left to right, of the sheet and of the CSV.
  private static final List<Column> COLUMNS =
      List.of(
          new Column("change", 10, c -> role(c.change()), c -> c.change().label()),
          centred("project", 6, c -> number(c.project())),
          body("title", 30, CommitmentChange::title),
          body("indicator", 30, c -> name(c, c.indicator(), c.project())),
          centred("target", 14, c -> target(c.indicator())),
          centred("project_before", 8, c -> number(c.projectBefore())),
          body("title_before", 30, CommitmentChange::titleBefore),
          body("indicator_before", 30, c -> name(c, c.before(), c.projectBefore())),
          centred("target_before", 14, c -> target(c.before())),
          body("detail", 44, CommitmentChange::detail));

  private CommitmentSheet() {}

  /// @param name key of its heading
  /// @param width in characters
  private record Column(
      String name,
      int width,
      Function<CommitmentChange, Role> role,
      Function<CommitmentChange, @Nullable String> text) {

    CellContent cell(CommitmentChange change) {
      Role look = role.apply(change);
      String words = text.apply(change);
      return look == Role.BODY
          ? SheetRows.body(words)
          : SheetRows.text(String.valueOf(words), look);
    }
  }

  private static Column centred(
      String name, int width, Function<CommitmentChange, @Nullable String> text) {
    return new Column(name, width, c -> Role.CENTRED, text);
  }

  private static Column body(
      String name, int width, Function<CommitmentChange, @Nullable String> text) {
    return new Column(name, width, c -> Role.BODY, text);
  }

  /// @param changes empty where the year before is not defined
  /// @param faults how many the definition of the year before has, so that nothing was compared
  static SheetContent content(
      int year, List<CommitmentChange> changes, int faults, SheetMarks marks) {
    SheetRows sheet = new SheetRows(SHEET, COLUMNS.stream().map(Column::width).toList());
    sheet.title(MESSAGES.text("commitments.title", "year", year, "before", year - 1));
    sheet.note(MESSAGES.text("commitments.note"));
    sheet.notices(marks.notices());
    sheet.subtitle(changes.isEmpty() ? notCompared(year - 1, faults) : counts(changes));
    sheet.heading(headings());
    changes.forEach(
        change -> sheet.row(COLUMNS.stream().map(column -> column.cell(change)).toList()));
    return sheet.content(2, marks.footer());
  }

  private static String notCompared(int before, int faults) {
    return faults == 0
        ? MESSAGES.text("commitments.none", "before", before)
        : MESSAGES.text("commitments.faulty", "before", before, "count", faults);
  }

  /// How many there are of each.
  static String counts(List<CommitmentChange> changes) {
    List<Object> holes = new ArrayList<>();
    for (Change change : Change.values()) {
      holes.add(change.name().toLowerCase(Locale.ROOT));
      holes.add(changes.stream().filter(c -> c.change() == change).count());
    }
    return MESSAGES.text("commitments.counts", holes.toArray());
  }

  private static String number(@Nullable Integer number) {
    return number == null ? MESSAGES.text("value.none") : number.toString();
  }

  private static String name(
      CommitmentChange change, @Nullable Promised promised, @Nullable Integer project) {
    if (promised == null) {
      boolean whole = change.before() == null && change.indicator() == null;
      return whole && project != null ? MESSAGES.text("commitments.project") : "";
    }
    return promised.code() + " " + promised.name();
  }

  /// A target with its unit; empty where there is no indicator.
  static String target(@Nullable Promised promised) {
    if (promised == null) {
      return "";
    }
    String target = promised.target();
    return target.isEmpty()
        ? MESSAGES.text("value.none")
        : Character.isDigit(target.charAt(target.length() - 1)) ? target + promised.unit() : target;
  }

  private static Role role(Change change) {
    return switch (change) {
      case LOWERED -> Role.BAD;
      case DROPPED, REDEFINED -> Role.WARNING;
      case RAISED -> Role.GOOD;
      case NEW, CONTINUED -> Role.CENTRED;
    };
  }

  /// The names of the columns.
  static List<String> headings() {
    return COLUMNS.stream().map(column -> SheetRows.heading(SHEET, column.name())).toList();
  }

  /// A line of the CSV.
  static List<@Nullable String> cells(CommitmentChange change) {
    List<@Nullable String> cells = new ArrayList<>();
    COLUMNS.forEach(column -> cells.add(column.text().apply(change)));
    return cells;
  }
}
