package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.Workbooks;
import pledgebook.observation.Observations;
import pledgebook.reconciliation.Reconciliation;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.RoundTables;
import pledgebook.submission.Inbox;
import pledgebook.submission.Intake;
import pledgebook.submission.ReceivedFile;
import pledgebook.submission.SubmissionReader;
import pledgebook.submission.Submissions;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookWriter;

/// What holds of the whole intake, from files to verdicts, whatever members send: workbooks of
/// members in several versions, made of a seed. The seed stands in what a broken law says.
class IntakeLawTests {
  private static final Instant FIRST = Instant.parse("2025-02-10T01:00:00Z");

  /// All that an edition says of figures, and what it rests on; not when which file came.
  private static final List<Relation> SAID =
      List.of(
          new Relation("submission", "staged_row"),
          new Relation("submission", "changed_cell"),
          new Relation("observation", "member_value"),
          new Relation("observation", "resolved_finding"),
          new Relation("reconciliation", "reconciled_indicator"),
          new Relation("reconciliation", "lineage"),
          new Relation("reconciliation", "overlap"),
          new Relation("reconciliation", "fragility"));

  @TempDir private static Path stage;
  @TempDir private Path folder;

  private static Round round;

  @BeforeAll
  static void readRound() throws Exception {
    round = Story.round("overlap", 2024, stage);
  }

  static Stream<Long> seeds() {
    return Stream.of(11L, 191L);
  }

  /// A workbook as a member sent it: its versions come one after the other.
  private record Sent(ReportingEntity member, int version, Path file) {}

  /// Members' workbooks by the seed: each in one to three versions, rows in any number.
  private List<Sent> workbooks(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Sent> sent = new ArrayList<>();
    for (ReportingEntity member : round.entities()) {
      int versions = random.nextInt(1, 4);
      for (int version = 1; version <= versions; version++) {
        Path file = folder.resolve(member.name() + version + ".xlsx");
        WorkbookWriter.write(
            StoryWorkbook.of(round, member.code(), sheets(random, member, version)), file);
        sent.add(new Sent(member, version, file));
      }
    }
    return sent;
  }

  private static Map<String, Object> sheets(
      SplittableRandom random, ReportingEntity member, int version) {
    List<Object> sections = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int line = 0; line < random.nextInt(1, 5); line++) {
      BigDecimal length = BigDecimal.valueOf(random.nextInt(1, 400), 1);
      sum = sum.add(length);
      sections.add(
          row(
              "线路名称", text("示例线" + random.nextInt(3)),
              "区段名称", text(member.name() + "段" + line),
              "区段长度", number(length),
              "线路全长", number(BigDecimal.valueOf(random.nextInt(40, 60)))));
    }
    Map<String, Object> sheets = new LinkedHashMap<>();
    sheets.put("封面", row("版本", number(BigDecimal.valueOf(version))));
    List<Object> figures = new ArrayList<>();
    figures.add(row("指标代码", text("A01-01"), "本年新增", number(sum)));
    if (!member.name().equals("浙江省")) {
      List<Object> routes = new ArrayList<>();
      for (int i = 0; i < random.nextInt(1, 5); i++) {
        routes.add(
            row("线路名称", text("旅游线" + (random.nextBoolean() ? "　" : "") + random.nextInt(5))));
      }
      sheets.put("旅游线路", routes);
      figures.add(row("指标代码", text("A02-01"), "年末累计", number(BigDecimal.valueOf(routes.size()))));
    }
    sheets.put("铁路区段", sections);
    sheets.put("指标", figures);
    return sheets;
  }

  private static Map<String, Object> row(Object... entries) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      row.put(entries[i].toString(), entries[i + 1]);
    }
    return row;
  }

  private static CellValue text(String text) {
    return new CellValue.Text(text);
  }

  private static CellValue number(BigDecimal number) {
    return new CellValue.Decimal(number);
  }

  /// Receives the files in the order given, a minute apart.
  private Inbox received(String name, List<Sent> sent) {
    Inbox inbox = new Inbox(folder.resolve(name), round);
    Instant at = FIRST;
    for (Sent one : sent) {
      assertThat(inbox.receive(one.file(), at, "示例")).isInstanceOf(Intake.Received.class);
      at = at.plusSeconds(60);
    }
    return inbox;
  }

  /// What is said of the files, read in the order given.
  private static Map<String, List<String>> said(
      Inbox inbox, List<ReceivedFile> order, Predicate<String> told) {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, round);
      Submissions.declare(warehouse);
      SubmissionReader reader = new SubmissionReader(round);
      order.forEach(file -> reader.read(file, warehouse));
      Submissions.note(warehouse, inbox.contents());
      Submissions.settle(warehouse);
      new Observations(warehouse).extract();
      new Reconciliation(warehouse).reconcile(round);
      Map<String, List<String>> said = new TreeMap<>();
      SAID.forEach(relation -> said.put(relation.toString(), rows(warehouse, relation, told)));
      return said;
    }
  }

  private static List<String> rows(Warehouse warehouse, Relation relation, Predicate<String> told) {
    List<String> columns = warehouse.columns(relation);
    return warehouse
        .read(relation, row -> columns.stream().map(row::optionalText).toList().toString())
        .stream()
        .filter(told)
        .sorted()
        .toList();
  }

  /// Whoever's file comes first, is stored first or read first: the figures, what they rest on and
  /// what is told of them are the same.
  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfFilesPlaysNoPart(long seed) {
    List<Sent> sent = workbooks(seed);
    Inbox inbox = received("one", sent);
    List<ReceivedFile> files = new ArrayList<>(inbox.files());
    Map<String, List<String>> first = said(inbox, files, row -> true);

    assertThat(first.get("reconciliation.lineage")).as("seed %s", seed).isNotEmpty();

    Collections.shuffle(files, new Random(seed));
    assertThat(said(inbox, files, row -> true))
        .as("read in another order, seed %s", seed)
        .isEqualTo(first);

    Inbox other = received("other", interleaved(sent, new Random(seed)));
    assertThat(said(other, other.files(), row -> true))
        .as("received in another order, seed %s", seed)
        .isEqualTo(first);
  }

  /// The same files, members mixed at random; each member's versions keep their order.
  private static List<Sent> interleaved(List<Sent> sent, Random random) {
    List<Sent> shuffled = new ArrayList<>(sent);
    Collections.shuffle(shuffled, random);
    Map<ReportingEntity, List<Sent>> left = new LinkedHashMap<>();
    sent.forEach(one -> left.computeIfAbsent(one.member(), m -> new ArrayList<>()).add(one));
    return shuffled.stream()
        .map(one -> left.getOrDefault(one.member(), List.of()).removeFirst())
        .toList();
  }

  /// What is received again, read again, or sent again in other bytes changes nothing but the notes
  /// that say so.
  @ParameterizedTest
  @MethodSource("seeds")
  void receivingAndReadingTwiceIsOnce(long seed) throws IOException {
    List<Sent> sent = workbooks(seed);
    Inbox inbox = received("one", sent);
    Map<String, List<String>> once = said(inbox, inbox.files(), row -> true);
    String list = list();

    List<Sent> inForce = sent.stream().filter(one -> isLast(one, sent)).toList();
    inForce.forEach(one -> inbox.receive(one.file(), FIRST.plusSeconds(86_400), "示例"));
    assertThat(list()).as("seed %s", seed).isEqualTo(list);
    List<ReceivedFile> twice = new ArrayList<>(inbox.files());
    twice.addAll(inbox.files());
    assertThat(said(inbox, twice, row -> true)).as("seed %s", seed).isEqualTo(once);

    for (Sent one : inForce) {
      Path copy = folder.resolve("copy-" + one.file().getFileName());
      inbox.receive(
          Workbooks.changed(one.file(), copy, workbook -> {}), FIRST.plusSeconds(172_800), "示例");
    }
    assertThat(list().lines().count()).isEqualTo(list.lines().count() + inForce.size());
    Predicate<String> told = row -> !row.contains("submission.same-values");
    assertThat(said(inbox, inbox.files(), told)).as("seed %s", seed).isEqualTo(once);
  }

  private String list() throws IOException {
    return Files.readString(folder.resolve("one/2024/received.csv"));
  }

  private static boolean isLast(Sent one, List<Sent> sent) {
    return sent.stream()
        .noneMatch(other -> other.member().equals(one.member()) && other.version() > one.version());
  }
}
