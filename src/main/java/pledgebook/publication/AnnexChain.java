package pledgebook.publication;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.AnnexPages.Cell;
import pledgebook.registry.CommitmentChange;
import pledgebook.registry.CommitmentChange.Change;
import pledgebook.registry.Indicator;
import pledgebook.registry.OpeningValue;
import pledgebook.registry.OpeningValue.Correction;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// How the year joins the one before: 更正期初, the sealed closing values that were corrected, and
/// 承诺对照, what became of each promise.
final class AnnexChain {
  private static final double AMOUNT = 26;
  private static final double CHANGE = 16;
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Edition edition;
  private final List<CommitmentChange> changes;
  private final int faultsBefore;
  private final AnnexPages pages;

  AnnexChain(Edition edition, WarehouseRows rows, AnnexPages pages) {
    this.edition = edition;
    this.changes = rows.commitmentChanges();
    this.faultsBefore = rows.faultsBefore();
    this.pages = pages;
  }

  void lay() {
    corrections();
    commitments();
  }

  /// Where the year opened with values of the year before.
  private void corrections() {
    List<OpeningValue> opening = edition.round().opening();
    if (opening.isEmpty()) {
      return;
    }
    List<OpeningValue> corrected = opening.stream().filter(o -> o.correction() != null).toList();
    pages.heading(MESSAGES.text("annex.corrections", "count", corrected.size()));
    if (corrected.isEmpty()) {
      say("annex.corrections.none", "count", opening.size());
      return;
    }
    say("annex.corrections.note");
    pages.table(
        Annex.head(
            "entity",
            16,
            "indicator",
            38,
            "closing_before",
            AMOUNT,
            "opening",
            AMOUNT,
            "correction_reason",
            38,
            "corrected_by",
            26),
        corrected.stream().map(this::correction).toList());
  }

  private List<Cell> correction(OpeningValue value) {
    Correction correction = Objects.requireNonNull(value.correction());
    Indicator indicator = edition.round().indicator(value.indicator());
    String unit = indicator.unit().symbol();
    String by = MESSAGES.text("difference.signature", "by", correction.by(), "on", correction.on());
    return List.of(
        text(FindingsFile.name(edition.round(), value.entity()), 16),
        text(indicator.code() + " " + indicator.name(), 38),
        text(DataTable.plain(correction.sealed()) + unit, AMOUNT),
        bold(DataTable.plain(value.value()) + unit, AMOUNT),
        text(correction.reason(), 38),
        text(by, 26));
  }

  private void commitments() {
    int year = edition.round().year();
    pages.heading(MESSAGES.text("annex.commitments", "before", year - 1));
    if (changes.isEmpty()) {
      if (faultsBefore == 0) {
        say("commitments.none", "before", year - 1);
      } else {
        say("commitments.faulty", "before", year - 1, "count", faultsBefore);
      }
      return;
    }
    pages.text(List.of(Run.of(CommitmentSheet.counts(changes))), TypeScale.SMALL);
    pages.table(
        Annex.head(
            "change",
            CHANGE,
            "project",
            38,
            "promised",
            42,
            "target_before",
            20,
            "target",
            20,
            "detail",
            34),
        changes.stream().map(this::change).toList());
  }

  private List<Cell> change(CommitmentChange change) {
    return List.of(
        isLess(change.change())
            ? bold(change.change().label(), CHANGE)
            : text(change.change().label(), CHANGE),
        text(project(change), 38),
        text(promised(change), 42),
        text(CommitmentSheet.target(change.before()), 20),
        text(CommitmentSheet.target(change.indicator()), 20),
        text(change.detail(), 34));
  }

  /// What nobody may overlook.
  private static boolean isLess(Change change) {
    return switch (change) {
      case DROPPED, LOWERED, REDEFINED -> true;
      case NEW, CONTINUED, RAISED -> false;
    };
  }

  /// Of an indicator the number alone: the title stands above.
  private static String project(CommitmentChange change) {
    Integer number = change.project();
    boolean whole = change.indicator() == null && change.before() == null;
    if (number == null) {
      return before(change.projectBefore(), whole ? change.titleBefore() : "");
    }
    return named(number, whole ? change.title() : "");
  }

  /// The indicator; of a whole project the title it had.
  private static String promised(CommitmentChange change) {
    if (change.indicator() != null) {
      return change.indicator().code() + " " + change.indicator().name();
    }
    if (change.before() != null) {
      return MESSAGES.text(
          "annex.before", "text", change.before().code() + " " + change.before().name());
    }
    return change.project() == null || change.projectBefore() == null
        ? MESSAGES.text("commitments.project")
        : before(change.projectBefore(), change.titleBefore());
  }

  private static String before(@Nullable Integer number, @Nullable String title) {
    return MESSAGES.text("annex.before", "text", named(number, title));
  }

  private static String named(@Nullable Integer number, @Nullable String title) {
    return (number + " " + title).strip();
  }

  private Cell text(String text, double width) {
    return Annex.outside(pages, text, width);
  }

  private Cell bold(String text, double width) {
    Cell cell = text(text, width);
    List<Run> runs = cell.runs().stream().map(run -> run.in(Weight.BOLD)).toList();
    return new Cell(runs, width, Alignment.LEFT, cell.scale());
  }

  private void say(String key, Object... holes) {
    pages.text(List.of(Run.of(MESSAGES.text(key, holes))), TypeScale.SMALL);
  }
}
