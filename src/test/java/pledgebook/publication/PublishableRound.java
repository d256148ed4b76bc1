package pledgebook.publication;

import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.AT_LEAST;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.finding.SkippedRule;
import pledgebook.observation.Judgement;
import pledgebook.observation.Resolution;
import pledgebook.observation.Resolved;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.Kind;
import pledgebook.registry.TrimSize;
import pledgebook.statement.Figure;
import pledgebook.statement.Span;
import pledgebook.statement.Statement;
import pledgebook.statement.Statements;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// A small round with its submissions received, staged and reconciled, in folders of its own: what
/// a publisher is handed.
final class PublishableRound implements AutoCloseable {
  /// A name that a spreadsheet program would run.
  static final String FORMULA = "=HYPERLINK(\"http://example.invalid\",\"示例\")";

  final Path jobs;
  final Path input;
  final Path output;
  private final SmallRound definition =
      new SmallRound()
          .figure("A01-01", Kind.FLOW, target(AT_LEAST, "100"))
          .names("A01-02", Kind.DISTINCT, null)
          .figure("A01-03", Kind.STOCK, target(AT_LEAST, "60"))
          .figure("A01-04", Kind.STOCK, null)
          .ratio("A01-05", "A01-04", "A01-03", null)
          .milestone("A01-06", null, "示例馆甲", "示例馆乙");
  private final StagedRound staged = new StagedRound(definition);
  private final List<Finding> findings = new ArrayList<>();
  private final List<Resolved> settled = new ArrayList<>();
  private final List<SkippedRule> skipped = new ArrayList<>();
  private String program = "0.1.0";

  /// @param root an empty folder
  PublishableRound(Path root) {
    this.jobs = root.resolve("jobs");
    this.input = root.resolve("input");
    this.output = root.resolve("output");
  }

  /// Two members, nothing missing, nothing found.
  static PublishableRound complete(Path root) {
    return new PublishableRound(root).sent(SHANGHAI, "66.6", "40").sent(JIANGSU, "33.4", "21");
  }

  /// The round, to add opening values to.
  SmallRound definition() {
    return definition;
  }

  /// A member's workbook.
  PublishableRound sent(EntityCode member, String flow, String stock) {
    staged.flow(member, "A01-01", flow);
    staged.closing(member, "A01-02", "3");
    staged.closing(member, "A01-03", stock);
    staged.closing(member, "A01-04", "100");
    staged.thing(member, FORMULA, null, null, null, "2024-05-01");
    staged.thing(member, "示例馆" + member, null, null, null, "2024-05-01");
    staged.thing(member, "示例馆甲", null, null, null, "2024-05-01", "是");
    Path file = input.resolve("2024").resolve(member.value()).resolve("报送.xlsx");
    write(file, member.value());
    return this;
  }

  /// A member's workbook of which nobody knows when it came.
  PublishableRound undated(EntityCode member) {
    staged.undated(member);
    return this;
  }

  /// A member's workbook with one indicator alone.
  PublishableRound sentOnly(EntityCode member, String flow) {
    staged.flow(member, "A01-01", flow);
    write(input.resolve("2024").resolve(member.value()).resolve("报送.xlsx"), member.value());
    return this;
  }

  /// A finding that stands.
  PublishableRound found(Severity severity, @Nullable String found) {
    return found(severity, found, "310000/报送.xlsx");
  }

  /// A finding that stands against a file.
  PublishableRound found(Severity severity, @Nullable String found, String file) {
    findings.add(
        new Finding(
            "observation.unit-slip",
            severity,
            SHANGHAI,
            new Location(file, "指标", "E2"),
            found,
            "66.6",
            "-59.94",
            "公里",
            "数值似与单位不符，请核对，并注明“公里”。",
            List.of(new IndicatorCode("A01-01"))));
    return this;
  }

  /// Every finding so far is waived.
  PublishableRound waived(String reason) {
    LocalDate on = LocalDate.of(2025, 3, 9);
    findings.forEach(
        finding -> settled.add(new Resolved(finding, new Resolution.Waived(reason, "示例甲", on))));
    findings.clear();
    return this;
  }

  /// A rule that could not run.
  PublishableRound skipped() {
    skipped.add(new SkippedRule("observation.jump", "没有上年数据，无法比较。"));
    return this;
  }

  /// Another version of the program.
  PublishableRound program(String version) {
    program = version;
    return this;
  }

  /// What it rests on, as it lies there now.
  EditionBasis basis() {
    return EditionBasis.of(2024, jobs, input, program);
  }

  /// What an edition of nothing rests on.
  static EditionBasis basis(Path empty) {
    return EditionBasis.of(2024, empty.resolve("jobs"), empty.resolve("input"), "0.1.0");
  }

  /// What was sent, to add to.
  StagedRound staged() {
    return staged;
  }

  Warehouse warehouse() {
    return staged.warehouse();
  }

  /// Publishes everything but what is laid out in pages, which takes longest and has tests of its
  /// own.
  Publisher publisher() {
    List<OutputWriter> writers =
        Publisher.writers(warehouse(), basis(), input).stream()
            .filter(writer -> !writer.name().endsWith(".pdf"))
            .toList();
    return new Publisher(warehouse(), basis(), input, output, writers);
  }

  /// Publishes everything.
  PublishedEdition publishAll() {
    return new Publisher(warehouse(), basis(), input, output).publish(edition());
  }

  Publisher publisher(OutputWriter... writers) {
    return new Publisher(warehouse(), basis(), input, output, List.of(writers));
  }

  /// Reconciles what was sent.
  Edition edition() {
    ReconciledRound reconciled = staged.reconcile();
    return new Edition(
        definition.round(),
        SampleEdition.design(TrimSize.SMALL),
        basis().edition(warehouse()),
        program,
        new Judgement(
            Stream.concat(findings.stream().map(Resolved::open), settled.stream()).toList(),
            skipped),
        reconciled,
        statements());
  }

  PublishedEdition publish() {
    return publisher().publish(edition());
  }

  private static Statements statements() {
    Statement statement =
        new Statement(
            1,
            "测试项目",
            List.of(
                new Span.Words("新增"),
                figure("1-目标-1", "A01-01", Figure.Role.PROMISE, "100", "公里", true)),
            List.of(
                new Span.Words("新增"),
                figure("1-完成-1", "A01-01", Figure.Role.PERFORMANCE, "100", "公里", true),
                new Span.Words("，场馆"),
                figure("1-完成-2", "A01-02", Figure.Role.PERFORMANCE, "3", "个", false),
                new Span.Words("，比值"),
                figure("1-完成-3", "A01-05", Figure.Role.PERFORMANCE, "3.31∶1", "", false)),
            List.of("上海市：市示例委"),
            ProjectVerdict.COMPLETED,
            true,
            false,
            "※据公开报道整理");
    List<Statement> projects = new ArrayList<>(List.of(statement));
    IntStream.rangeClosed(2, 10).forEach(number -> projects.add(plain(number)));
    return new Statements("共同承诺 年度呈现", "2024年度实事项目完成情况", projects, "全部完成", true, List.of(), null);
  }

  /// A project of which nothing is counted; the booklet has ten faces to fill.
  private static Statement plain(int number) {
    List<Span> sentence = List.of(new Span.Words("做好。"));
    return new Statement(
        number,
        "示例项目",
        sentence,
        sentence,
        List.of(),
        ProjectVerdict.COMPLETED,
        false,
        false,
        null);
  }

  private static Span figure(
      String id, String indicator, Figure.Role role, String text, String tied, boolean compared) {
    return new Span.Bound(new Figure(id, new IndicatorCode(indicator), role, text, tied, compared));
  }

  /// Path and content hash of everything in a folder, hidden files included.
  static Map<String, String> tree(Path folder) {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        String name = folder.relativize(path).toString();
        tree.put(name, Files.isDirectory(path) ? "folder" : Sha256.of(path).hex());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  /// Writes a file and the folders above it.
  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    staged.close();
  }
}
