package pledgebook.submission;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pledgebook.registry.CodeList;
import pledgebook.registry.Evidence;
import pledgebook.registry.Form;
import pledgebook.registry.Indicator;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookWriter;

/// Makes the sample submissions of round 2024 with the room's own template and receives them with
/// its own inbox.
final class SampleSubmissions {
  static final Instant RECEIVED = Instant.parse("2025-02-20T01:00:00Z");
  private static final LocalDate COMPLETED = LocalDate.of(2025, 2, 18);

  private final Round round;

  SampleSubmissions(Round round) {
    this.round = round;
  }

  /// Writes input/2024 below a folder: four workbooks and received.csv.
  void write(Path input) throws IOException {
    Inbox inbox = new Inbox(input, round);
    Path folder = Files.createTempDirectory("samples");
    int minutes = 0;
    for (ReportingEntity entity : round.entities()) {
      Path file = folder.resolve(entity.code() + ".xlsx");
      WorkbookWriter.write(
          SubmissionTemplate.of(round, entity.code(), filling(entity.code())), file);
      Instant received = RECEIVED.plusSeconds(60L * minutes++);
      if (!(inbox.receive(file, received, "示例") instanceof Intake.Received)) {
        throw new IllegalStateException("the sample of " + entity + " is no submission");
      }
      Files.delete(file);
    }
    Files.delete(folder);
  }

  /// What one member enters.
  Filling filling(EntityCode entity) {
    Map<String, List<Map<String, CellValue>>> evidence = new SampleEvidence(round, entity).rows();
    Map<IndicatorCode, Map<String, CellValue>> indicators = new LinkedHashMap<>();
    for (Indicator indicator : round.owedBy(entity)) {
      indicators.put(indicator.code(), entries(indicator, entity, evidence));
    }
    return new Filling(
        new Filling.Cover(1, "示例填报人", "示例电话", "示例审核人", "示例负责人", COMPLETED), indicators, evidence);
  }

  private Map<String, CellValue> entries(
      Indicator indicator, EntityCode entity, Map<String, List<Map<String, CellValue>>> evidence) {
    Map<String, CellValue> entries = new LinkedHashMap<>();
    List<Map<String, CellValue>> rows = rows(indicator, evidence);
    switch (indicator.kind()) {
      case FLOW -> entries.put("flow", decimal(sum(indicator, rows)));
      case STOCK -> stock(indicator, entity, rows, entries);
      case DISTINCT, COMMON, COVERAGE ->
          entries.put("closing", decimal(BigDecimal.valueOf(keys(indicator, rows).size())));
      case DURATION -> entries.put("closing", decimal(BigDecimal.valueOf(8)));
      case NARRATIVE, RATIO, MILESTONE -> {}
    }
    entries.put("account", new CellValue.Text("示例：" + indicator.name() + "按年度计划推进。"));
    return entries;
  }

  private void stock(
      Indicator indicator,
      EntityCode entity,
      List<Map<String, CellValue>> rows,
      Map<String, CellValue> entries) {
    BigDecimal opening = round.findOpening(indicator.code(), entity).orElseThrow().value();
    BigDecimal closing = sum(indicator, rows);
    BigDecimal removed = indicator.flow() == null ? BigDecimal.ZERO : sumOf("removed", rows);
    entries.put("flow", decimal(closing.subtract(opening).add(removed)));
    entries.put("removed", decimal(removed));
    entries.put("closing", decimal(closing));
  }

  private List<Map<String, CellValue>> rows(
      Indicator indicator, Map<String, List<Map<String, CellValue>>> evidence) {
    Evidence rests = indicator.evidence();
    if (rests == null) {
      return List.of();
    }
    Form form = round.form(rests.form());
    return evidence.getOrDefault(rests.form(), List.of()).stream()
        .filter(row ->
            rests.where().entrySet().stream()
                .allMatch(where ->
                    names(form, where.getKey(), where.getValue())
                        .contains(text(row, where.getKey()))))
        .toList();
  }

  /// A value as code and as name.
  private Set<String> names(Form form, String column, String code) {
    String list = form.columns().get(form.position(column) - 1).list();
    Stream<String> names =
        list == null
            ? Stream.empty()
            : round.reference(list).stream()
                .filter(entry -> entry.code().equals(code))
                .map(CodeList.Entry::name);
    return Stream.concat(Stream.of(code), names).collect(Collectors.toSet());
  }

  private static BigDecimal sum(Indicator indicator, List<Map<String, CellValue>> rows) {
    Evidence evidence = indicator.evidence();
    if (evidence == null || evidence.value() == null) {
      throw new IllegalArgumentException("no evidence to add up for " + indicator.code());
    }
    return sumOf(evidence.value(), rows);
  }

  private static BigDecimal sumOf(String column, List<Map<String, CellValue>> rows) {
    return rows.stream().map(row -> number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Set<String> keys(Indicator indicator, List<Map<String, CellValue>> rows) {
    Evidence evidence = indicator.evidence();
    if (evidence == null) {
      throw new IllegalArgumentException("no keys for " + indicator.code());
    }
    return rows.stream()
        .map(row ->
            evidence.key().stream()
                .map(key -> text(row, key.column()))
                .collect(Collectors.joining("|")))
        .collect(Collectors.toSet());
  }

  private static String text(Map<String, CellValue> row, String column) {
    if (row.get(column) instanceof CellValue.Text(String text)) {
      return text;
    }
    throw new IllegalArgumentException("no text in " + column);
  }

  private static BigDecimal number(Map<String, CellValue> row, String column) {
    if (row.get(column) instanceof CellValue.Decimal(BigDecimal number)) {
      return number;
    }
    throw new IllegalArgumentException("no number in " + column);
  }

  private static CellValue decimal(BigDecimal number) {
    return new CellValue.Decimal(number);
  }
}
