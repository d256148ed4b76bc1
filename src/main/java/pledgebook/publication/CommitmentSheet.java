package pledgebook.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.CommitmentChange;
import pledgebook.registry.CommitmentChange.Change;
import pledgebook.registry.CommitmentChange.Promised;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 承诺对照: how the promises of a round stand to those of the year before.
final class CommitmentSheet {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private CommitmentSheet() {}

  /// @param changes empty where the year before is not defined
  static SheetContent content(int year, List<CommitmentChange> changes, SheetMarks marks) {
    SheetRows sheet = new SheetRows("commitments", List.of(10, 6, 30, 30, 14, 8, 30, 30, 14, 44));
    sheet.title(MESSAGES.text("commitments.title", "year", year, "before", year - 1));
    sheet.note(MESSAGES.text("commitments.note"));
    sheet.notices(marks.notices());
    sheet.subtitle(
        changes.isEmpty()
            ? MESSAGES.text("commitments.none", "before", year - 1)
            : counts(changes));
    sheet.headings(
        "change",
        "project",
        "title",
        "indicator",
        "target",
        "project_before",
        "title_before",
        "indicator_before",
        "target_before",
        "detail");
    changes.forEach(change -> row(sheet, change));
    return sheet.content(2, marks.footer());
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

  private static void row(SheetRows sheet, CommitmentChange change) {
    sheet.row(
        SheetRows.text(change.change().label(), role(change.change())),
        SheetRows.centred(number(change.project())),
        SheetRows.body(change.title()),
        SheetRows.body(name(change, change.indicator(), change.project())),
        SheetRows.centred(target(change.indicator())),
        SheetRows.centred(number(change.projectBefore())),
        SheetRows.body(change.titleBefore()),
        SheetRows.body(name(change, change.before(), change.projectBefore())),
        SheetRows.centred(target(change.before())),
        SheetRows.body(change.detail()));
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

  /// As CSV has it, without a heading.
  static List<@Nullable String> cells(CommitmentChange change) {
    return Arrays.<@Nullable String>asList(
        change.change().label(),
        number(change.project()),
        change.title(),
        name(change, change.indicator(), change.project()),
        target(change.indicator()),
        number(change.projectBefore()),
        change.titleBefore(),
        name(change, change.before(), change.projectBefore()),
        target(change.before()),
        change.detail());
  }
}
