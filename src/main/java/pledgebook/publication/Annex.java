package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.finding.SkippedRule;
import pledgebook.observation.Resolved;
import pledgebook.publication.AnnexPages.Cell;
import pledgebook.publication.WarehouseRows.ChangedCell;
import pledgebook.publication.WarehouseRows.ChangedVersion;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;
import pledgebook.warehouse.Warehouse;

/// 完成情况-附件.pdf: what stands behind the booklet: findings that stand, what was explained and waived,
/// how versions differ, how the year joins the one before, and where every red figure comes from.
final class Annex implements OutputWriter {
  /// A person reads no more of one kind on paper; the rest is counted, and where it stands is said.
  private static final int MOST_ROWS = 300;

  private static final int LONGEST = 160;
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Warehouse warehouse;
  private final WarehouseRows rows;

  Annex(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.rows = new WarehouseRows(warehouse);
  }

  @Override
  public String name() {
    return FigurePlaces.ANNEX;
  }

  @Override
  public void write(Edition edition, Path target) throws IOException {
    Files.write(target, print(edition));
  }

  private byte[] print(Edition edition) {
    AnnexPages pages = new AnnexPages(edition);
    pages.title(
        MESSAGES.text("annex.whole", "title", edition.statements().title()),
        List.of(
            MESSAGES.text(
                "annex.about", "date", edition.round().dataDate(), "program", edition.program()),
            MESSAGES.text("annex.edition", "edition", edition.hash())));
    findings(edition, pages);
    versions(edition, pages);
    DifferenceNotes.of(edition, warehouse).lay(pages);
    new AnnexChain(edition, rows, pages).lay();
    skipped(edition, pages);
    new AnnexLineage(edition, rows, pages).lay();
    return pages.finish();
  }

  private static void findings(Edition edition, AnnexPages pages) {
    List<Resolved> all = edition.resolvedFindings();
    findings(edition, pages, "open", all.stream().filter(Annex::isToBeSettled).toList());
    findings(edition, pages, "settled", all.stream().filter(r -> !r.isOpen()).toList());
    findings(
        edition,
        pages,
        "notes",
        all.stream().filter(r -> r.finding().severity() == Severity.NOTE).toList());
  }

  private static boolean isToBeSettled(Resolved resolved) {
    return resolved.isOpen() && resolved.finding().severity().blocks();
  }

  private static void findings(
      Edition edition, AnnexPages pages, String kind, List<Resolved> findings) {
    long count = Finding.count(findings.stream().map(Resolved::finding).toList());
    pages.heading(MESSAGES.text("annex." + kind, "count", count));
    if (findings.isEmpty()) {
      say(pages, "annex." + kind + ".none");
      return;
    }
    pages.table(
        head("severity", 13, "entity", 16, "place", 44, "message", 69, "code", 28),
        findings.stream()
            .limit(MOST_ROWS)
            .map(resolved -> finding(edition, pages, resolved))
            .toList());
    List<Finding> shown = findings.stream().limit(MOST_ROWS).map(Resolved::finding).toList();
    boolean counted = edition.countsFindings();
    more(
        pages,
        count - Finding.count(shown) + MOST_ROWS,
        counted ? DataPackage.FINDINGS : "findings.csv");
  }

  private static List<Cell> finding(Edition edition, AnnexPages pages, Resolved resolved) {
    Finding finding = resolved.finding();
    String entity = FindingsFile.name(edition.round(), finding.entity());
    return List.of(
        AnnexPages.cell(Run.of(finding.severity().label()).in(Weight.BOLD), 13),
        outside(pages, entity, 16),
        outside(pages, place(finding), 44),
        outside(pages, sentence(resolved), 69, 3 * LONGEST),
        outside(pages, finding.code(), 28));
  }

  private static String place(Finding finding) {
    return Stream.of(
            finding.location().file(), finding.location().sheet(), finding.location().cell())
        .filter(part -> part != null)
        .collect(Collectors.joining(" "));
  }

  private static String sentence(Resolved resolved) {
    Finding finding = resolved.finding();
    StringBuilder sentence = new StringBuilder(finding.message());
    append(sentence, "review.remark.found", "found", finding.found());
    append(sentence, "review.remark.expected", "expected", finding.expected());
    String resolution = ResolutionWords.of(resolved).sentence();
    return sentence + resolution;
  }

  private static void append(
      StringBuilder sentence, String key, String hole, @Nullable String value) {
    if (value != null) {
      String shown = value.substring(0, Math.min(LONGEST, value.length()));
      sentence.append(' ').append(MESSAGES.text(key, hole, shown));
    }
  }

  private void versions(Edition edition, AnnexPages pages) {
    List<ChangedVersion> versions = rows.changedVersions(MOST_ROWS);
    long count = versions.stream().mapToLong(ChangedVersion::all).sum();
    pages.heading(MESSAGES.text("annex.versions", "count", count));
    if (versions.isEmpty()) {
      say(pages, "annex.versions.none");
      return;
    }
    pages.table(
        head("entity", 16, "sheet", 24, "key", 34, "old", 30, "new", 30, "superseded", 36),
        versions.stream()
            .flatMap(version -> version.first().stream())
            .limit(MOST_ROWS)
            .map(cell -> version(edition, pages, cell))
            .toList());
    more(pages, count, "data/changed_cell.csv");
  }

  private static List<Cell> version(Edition edition, AnnexPages pages, ChangedCell cell) {
    String change = MESSAGES.text("versions." + cell.change());
    return List.of(
        outside(pages, FindingsFile.name(edition.round(), cell.entity()), 16),
        outside(pages, cell.sheet(), 24),
        outside(pages, cell.key() + " " + cell.heading() + change, 34),
        outside(pages, value(cell.oldCell(), cell.oldValue()), 30),
        outside(pages, value(cell.newCell(), cell.newValue()), 30),
        outside(pages, cell.supersededFile(), 36));
  }

  private static String value(@Nullable String cell, @Nullable String value) {
    return cell == null ? "" : cell + " " + (value == null ? "" : value);
  }

  private static void skipped(Edition edition, AnnexPages pages) {
    List<SkippedRule> rules = edition.skippedRules();
    if (rules.isEmpty()) {
      return;
    }
    pages.heading(MESSAGES.text("annex.skipped", "count", rules.size()));
    pages.table(
        head("code", 60, "reason", 110),
        rules.stream()
            .map(rule ->
                List.of(
                    outside(pages, rule.code(), 60),
                    outside(pages, rule.reason(), 110, 2 * LONGEST)))
            .toList());
  }

  private static void more(AnnexPages pages, long count, String file) {
    if (count > MOST_ROWS) {
      String text = MESSAGES.text("annex.more", "count", count - MOST_ROWS, "file", file);
      pages.text(List.of(Run.of(text)), TypeScale.NOTE);
    }
  }

  private static void say(AnnexPages pages, String key) {
    pages.text(List.of(Run.of(MESSAGES.text(key))), TypeScale.SMALL);
  }

  /// The headings of columns.
  ///
  /// @param columns names and widths in turn
  static List<Cell> head(Object... columns) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.length; i += 2) {
      Run run = Run.of(MESSAGES.text("annex.column." + columns[i])).in(Face.SOFT);
      cells.add(AnnexPages.cell(run, ((Number) columns[i + 1]).doubleValue()));
    }
    return cells;
  }

  static Cell outside(AnnexPages pages, String text, double width) {
    return outside(pages, text, width, LONGEST);
  }

  private static Cell outside(AnnexPages pages, String text, double width, int most) {
    return AnnexPages.cell(Run.of(pages.shown(text, most)), width);
  }
}
