package pledgebook.observation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundRules;
import pledgebook.registry.RoundTables;
import pledgebook.submission.Inbox;
import pledgebook.submission.SubmissionReader;
import pledgebook.submission.Submissions;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// The sample submissions of 2024, read once; their staged rows can be changed and judged again and
/// again.
final class SampleRound implements AutoCloseable {
  private static final Relation STAGED_ROW = new Relation("submission", "staged_row");

  private static final int KEPT = 20;
  private static final Map<String, String> COUNTED =
      Map.of("A03-01", "windows", "A03-02", "services", "A05-01", "venues", "A07-01", "villages");

  final Round round;
  final List<StagedRow> clean;
  private final Warehouse warehouse = Warehouse.inMemory();
  private final Observations observations;

  /// A row as it was staged.
  ///
  /// @param cells plain forms, null where blank
  record StagedRow(
      String submission, String sheet, String form, int number, List<@Nullable String> cells) {
    /// The same row with another cell; positions from 1.
    StagedRow with(int position, @Nullable String text) {
      List<@Nullable String> changed = new ArrayList<>(cells);
      changed.set(position - 1, text);
      return new StagedRow(submission, sheet, form, number, changed);
    }

    /// The cell at a position from 1.
    @Nullable String cell(int position) {
      return cells.get(position - 1);
    }

    /// The same row elsewhere in its sheet.
    StagedRow at(int other) {
      return new StagedRow(submission, sheet, form, other, cells);
    }
  }

  SampleRound() throws DefinitionRefused {
    round = RoundReader.read(Path.of("jobs"), 2024);
    RoundTables.write(warehouse, round);
    Submissions.declare(warehouse);
    Inbox.Contents received = new Inbox(Path.of("input"), round).contents();
    SubmissionReader reader = new SubmissionReader(round);
    received.files().forEach(file -> reader.read(file, warehouse));
    Submissions.note(warehouse, received);
    Submissions.settle(warehouse);
    clean = shortened(staged());
    observations = new Observations(warehouse, RoundRules.read(Path.of("jobs"), 2024));
  }

  /// Of the longest forms the first rows only, with the counts of 指标 to match: what rules see in
  /// them is the same, and judging takes a tenth of the time.
  private static List<StagedRow> shortened(List<StagedRow> rows) {
    Map<String, Integer> kept = new HashMap<>();
    List<StagedRow> shortened = new ArrayList<>();
    for (StagedRow row : rows) {
      String counted = COUNTED.get(String.valueOf(row.cell(1)));
      if (counted != null) {
        shortened.add(row.with(7, String.valueOf(KEPT)));
      } else if (!COUNTED.containsValue(row.form())
          || kept.merge(row.submission() + row.form(), 1, Integer::sum) <= KEPT) {
        shortened.add(row);
      }
    }
    return List.copyOf(shortened);
  }

  private List<StagedRow> staged() {
    List<StagedRow> rows = new ArrayList<>();
    warehouse.read(
        STAGED_ROW,
        row ->
            rows.add(
                new StagedRow(
                    row.text("submission"),
                    row.text("sheet"),
                    row.text("form"),
                    row.integer("row_number"),
                    row.optionalTexts("cells"))));
    return rows;
  }

  /// Judges changed rows.
  ///
  /// @param change what is done to a copy of the clean rows
  List<Finding> judged(Consumer<List<StagedRow>> change) {
    List<StagedRow> rows = new ArrayList<>(clean);
    change.accept(rows);
    warehouse.replace(
        null,
        List.of(STAGED_ROW),
        tables ->
            rows.forEach(row ->
                tables
                    .to(STAGED_ROW)
                    .row(
                        row.submission(),
                        row.sheet(),
                        row.form(),
                        row.number(),
                        row.cells(),
                        null)));
    observations.extract();
    return observations.judgement().findings();
  }

  Judgement judgement() {
    return observations.judgement();
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
