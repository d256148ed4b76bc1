package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.Severity;
import pledgebook.publication.LineageSheet.Bounds;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Digest;
import pledgebook.statement.DigestStatement;
import pledgebook.statement.DigestStatement.Bar;
import pledgebook.statement.DigestStatement.Bars;
import pledgebook.statement.DigestStatement.Entry;
import pledgebook.statement.Figure;
import pledgebook.statement.Span;
import pledgebook.statement.Statements;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.workbook.Cell;
import pledgebook.workbook.Row;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookContent.SheetContent;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;
import pledgebook.workbook.WorkbookRefused;
import pledgebook.workbook.WorkbookWriter;

/// The summary as a reader opens it.
class SummaryWorkbookTests {
  private static final Pattern LINK = Pattern.compile("<hyperlink ([^>]*)/>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z:]+)=\"([^\"]*)\"");
  private static final Pattern TARGET =
      Pattern.compile("<Relationship (?=[^>]*Id=\"([^\"]*)\")(?=[^>]*Target=\"([^\"]*)\")[^>]*>");

  @TempDir Path root;

  private static Path workbook(PublishableRound round) {
    return round.publish().folder().resolve("完成情况汇总.xlsx");
  }

  /// Each sheet as lines of cells, in plain text.
  private static Map<String, List<List<String>>> read(Path file) throws WorkbookRefused {
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    try (WorkbookReader reader = WorkbookReader.open(file, WorkbookLimits.standard())) {
      for (Sheet sheet : reader.sheets()) {
        List<List<String>> rows = new ArrayList<>();
        sheet.read(row -> {
          rows.add(plain(row));
          return true;
        });
        sheets.put(sheet.name(), rows);
      }
    }
    return sheets;
  }

  private static List<String> plain(Row row) {
    int last = row.cells().getLast().address().column();
    List<String> plain = new ArrayList<>();
    for (int column = 1; column <= last; column++) {
      plain.add(row.cell(column).map(Cell::plain).orElse(""));
    }
    return plain;
  }

  private static List<String> row(List<List<String>> sheet, int column, String text) {
    return sheet.stream()
        .filter(row -> row.size() > column && row.get(column).equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysWhatTheEditionSays() throws WorkbookRefused {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Map<String, List<List<String>>> sheets = read(workbook(round));
      assertThat(sheets.keySet())
          .containsExactly(
              "总览", "分地区指标", "目标对照", "来源追溯", "指标护照", "核查意见", "填报情况", "版本差异", "差异说明", "跨成员重复",
              "承诺对照");
      List<List<String>> overview = held(sheets, "总览");
      assertThat(row(overview, 1, "测试项目"))
          .containsExactly("1", "测试项目", "新增100公里\n※据公开报道整理", "新增100公里，场馆3个，比值3.31∶1", "完成（超额）");
      assertThat(overview)
          .anyMatch(row -> row.getFirst().startsWith("演示数据："))
          .anyMatch(row -> row.getFirst().contains(round.edition().hash().hex()))
          .noneMatch(row -> row.getFirst().startsWith("草稿："));
      List<List<String>> members = held(sheets, "分地区指标");
      assertThat(row(members, 1, "A01-01"))
          .containsExactly("1", "A01-01", "指标A01-01", "公里", "本年相加", "66.6", "33.4", "100");
      assertThat(row(members, 1, "A01-02")).endsWith("去重计数", "3", "3", "4");
      assertThat(row(members, 1, "A01-05")).endsWith("合计之比", "—", "—", "3.278689");
      assertThat(row(members, 1, "A01-06")).endsWith("逐项达成", "1", "1", "1/2项");
      List<List<String>> targets = held(sheets, "目标对照");
      assertThat(row(targets, 1, "A01-01"))
          .containsExactly(
              "1",
              "A01-01",
              "指标A01-01",
              "承诺",
              "≥",
              "100",
              "100",
              "公里",
              "0",
              "100",
              "0",
              "完成",
              "2/2",
              "",
              "查看2格");
      assertThat(row(targets, 1, "A01-03")).contains("61", "1", "101.6667", "超额完成").endsWith("—");
      assertThat(targets).noneMatch(row -> row.contains("A01-02"));
    }
  }

  @Test
  void tracesEveryPrintedFigureToItsCells() throws WorkbookRefused {
    try (PublishableRound round = PublishableRound.complete(root)) {
      List<List<String>> rows = held(read(workbook(round)), "来源追溯");
      assertThat(rows.stream().filter(row -> row.getFirst().equals("1-目标-1")))
          .singleElement()
          .satisfies(row -> assertThat(row).endsWith("公开承诺原文：测试，2024-06-06"));
      assertThat(rows.stream().filter(row -> row.getFirst().equals("1-完成-1")))
          .containsExactly(
              List.of(
                  "1-完成-1",
                  "100",
                  "A01-01",
                  "指标A01-01",
                  "上海市",
                  "指标",
                  "E2",
                  "66.6",
                  "66.6",
                  "310000/报送.xlsx"),
              List.of(
                  "1-完成-1",
                  "100",
                  "A01-01",
                  "指标A01-01",
                  "江苏省",
                  "指标",
                  "E2",
                  "33.4",
                  "33.4",
                  "320000/报送.xlsx"));
      assertThat(rows.stream().filter(row -> row.getFirst().equals("1-完成-2"))).hasSize(6);
      assertThat(rows.stream().filter(row -> row.getFirst().equals("1-完成-3"))).hasSize(4);
    }
  }

  /// What is printed in the digest alone is traced like the rest; what the booklet has traced is
  /// led there, and a bar rests on its own member's cells.
  @Test
  void tracesWhatTheDigestPrintsToItsCells() throws WorkbookRefused {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = withDigest(round.edition());
      Path file = root.resolve("digest.xlsx");
      new SummaryWorkbook(round.warehouse(), new IssuedPassports(round.warehouse()))
          .write(edition, file);
      List<List<String>> rows = held(read(file), "来源追溯");
      assertThat(rows.stream().filter(row -> row.getFirst().startsWith("数说-")))
          .extracting(List::getFirst, row -> row.get(4), row -> row.get(6), List::getLast)
          .containsExactly(
              tuple("数说-交通-1", "", "", "单元格见前面“1-完成-1”处"),
              tuple("数说-交通-2", "上海市", "G5", "310000/报送.xlsx"),
              tuple("数说-交通-2", "江苏省", "G5", "320000/报送.xlsx"),
              tuple("数说-交通-3", "上海市", "", "单元格见前面“数说-交通-2”处"),
              tuple("数说-交通-4", "江苏省", "G4", "320000/报送.xlsx"));
      assertThat(row(held(read(file), "目标对照"), 1, "A01-03")).endsWith("查看2格");
      SheetMarks marks = new SheetMarks(new Notices(List.of()), "");
      WarehouseRows held = new WarehouseRows(round.warehouse());
      int listed =
          LineageSheet.of(edition, held, marks, new Bounds(50, 15)).content().rows().size();
      assertThat(LineageSheet.of(edition, held, marks, new Bounds(50, 14)).content().rows().size())
          .isLessThan(listed);
    }
  }

  private static Edition withDigest(Edition edition) {
    DefinitionPlace place = new DefinitionPlace("2024/digest.yml", 1, "test");
    List<Span> said = List.of(bound("数说-交通-1", "A01-01", "100"), bound("数说-交通-2", "A01-04", "200"));
    Bars whole =
        bars(place, new Bar("上海市", BigDecimal.valueOf(100), figure("数说-交通-3", "A01-04", "100")));
    Bars part =
        bars(place, new Bar("江苏省", BigDecimal.valueOf(21), figure("数说-交通-4", "A01-03", "21")));
    DigestStatement digest =
        new DigestStatement(
            List.of(new Span.Words("数说")),
            List.of(),
            Digest.Paper.A4,
            Digest.Orientation.PORTRAIT,
            List.of(
                new DigestStatement.Block(
                    "交通",
                    "rail",
                    12,
                    List.of(new Entry(said, Entry.NONE, place)),
                    List.of(whole, part),
                    place)),
            place,
            place);
    Statements before = edition.statements();
    Statements statements =
        new Statements(
            before.slogan(),
            before.title(),
            before.projects(),
            before.overall(),
            before.allCompleted(),
            before.findings(),
            digest);
    return new Edition(
        edition.round(),
        edition.booklet(),
        edition.hash(),
        edition.program(),
        edition.judgement(),
        edition.reconciled(),
        statements);
  }

  private static Bars bars(DefinitionPlace place, Bar bar) {
    return new Bars(List.of(), "个", List.of(bar), null, place);
  }

  private static Span bound(String id, String indicator, String text) {
    return new Span.Bound(figure(id, indicator, text));
  }

  private static Figure figure(String id, String indicator, String text) {
    IndicatorCode code = new IndicatorCode(indicator);
    return new Figure(id, code, Figure.Role.PERFORMANCE, text, "", false);
  }

  @Test
  void leadsToTheCellOfTheReceivedFile() throws IOException, WorkbookRefused {
    try (PublishableRound round = PublishableRound.complete(root).found(Severity.NOTE, "6.66")) {
      Path file = workbook(round);
      List<List<String>> rows = held(read(file), "来源追溯");
      List<Link> links = links(file, 4);
      assertThat(links).hasSize(12);
      for (Link link : links) {
        List<String> row = rows.get(link.row() - 1);
        assertThat(link.from()).startsWith("G");
        assertThat(URI.create(link.target()).getPath()).isEqualTo("../../input/2024/" + row.get(9));
        assertThat(link.location()).isEqualTo("'" + row.get(5) + "'!" + row.get(6));
        Path target = round.output.resolve("2024").resolve(URI.create(link.target()).getPath());
        assertThat(target.normalize()).isRegularFile();
      }
      assertThat(links(file, 5))
          .allSatisfy(link -> assertThat(link.from()).startsWith("E"))
          .extracting(Link::location)
          .contains("'指标'!E2", "'事项'!A2");
      assertThat(links(file, 6))
          .extracting(Link::target, Link::location)
          .containsExactly(tuple("../../input/2024/310000/%E6%8A%A5%E9%80%81.xlsx", "'指标'!E2"));
      assertThat(links(file, 3)).hasSize(1);
      String toLineage = links(file, 3).getFirst().location();
      assertThat(toLineage).matches("'来源追溯'!A\\d+");
      int first = Integer.parseInt(toLineage.replaceAll("\\D", ""));
      assertThat(rows.get(first - 1)).startsWith("1-完成-1");
    }
  }

  @Test
  void holdsNoFormulaWhateverWasReceived() throws IOException, WorkbookRefused {
    try (PublishableRound round =
        PublishableRound.complete(root).found(Severity.VERIFY, "=1+1").skipped()) {
      Path file = workbook(round);
      List<List<String>> findings = held(read(file), "核查意见");
      assertThat(row(findings, 0, "核实"))
          .containsExactly(
              "核实",
              "上海市",
              "数值似与单位不符，请核对，并注明“公里”。",
              "指标",
              "E2",
              "=1+1",
              "66.6",
              "-59.94",
              "公里",
              "A01-01",
              "待办",
              "",
              "310000/报送.xlsx",
              "observation.unit-slip");
      assertThat(row(findings, 0, "未运行")).contains("没有上年数据，无法比较。", "observation.jump");
      for (int sheet = 1; sheet <= 7; sheet++) {
        assertThat(part(file, "xl/worksheets/sheet" + sheet + ".xml"))
            .contains("<sheetData>")
            .doesNotContain("<f>")
            .doesNotContain("<f ");
      }
      Path folder = round.output.resolve("2024");
      assertThat(Files.readString(folder.resolve("findings.csv")))
          .startsWith("\uFEFF级别,地区,说明,")
          .contains(",'=1+1,66.6,-59.94,公里,");
      assertThat(Files.readString(folder.resolve("findings.json")))
          .contains("\"found\":\"=1+1\"")
          .contains("\"skipped_rules\"");
      assertThat(Files.readString(folder.resolve("data/lineage.csv")))
          .contains("\"" + PublishableRound.FORMULA.replace("\"", "\"\"") + "\"");
    }
  }

  @Test
  void saysWhoIsMissing() throws WorkbookRefused {
    try (PublishableRound round = new PublishableRound(root).sent(SHANGHAI, "1000", "60")) {
      Map<String, List<List<String>>> sheets = read(workbook(round));
      assertThat(held(sheets, "总览")).anyMatch(row -> row.getFirst().startsWith("草稿："));
      assertThat(row(held(sheets, "分地区指标"), 1, "A01-01")).endsWith("1000", "未报送", "未报送");
      assertThat(row(held(sheets, "目标对照"), 1, "A01-01")).containsSubsequence("未报送", "1/2", "江苏省");
      List<List<String>> submissions = held(sheets, "填报情况");
      assertThat(row(submissions, 0, "上海市"))
          .containsExactly(
              "上海市", "采用", "310000/报送.xlsx", "1", "2025-03-01", "按时", "5", "5", "", "0", "0", "0");
      assertThat(row(submissions, 0, "江苏省")).startsWith("江苏省", "未报送").contains("全部5项");
    }
  }

  @Test
  void whatCameOnADayNobodyKnowsIsNotInTime() throws WorkbookRefused {
    try (PublishableRound round = PublishableRound.complete(root).undated(JIANGSU)) {
      List<List<String>> submissions = held(read(workbook(round)), "填报情况");
      assertThat(row(submissions, 0, "江苏省")).contains("不明").doesNotContain("按时");
      assertThat(row(submissions, 0, "上海市")).contains("按时");
    }
  }

  @Test
  void namesWhatAMemberLeftOut() throws WorkbookRefused {
    try (PublishableRound round =
        new PublishableRound(root).sent(SHANGHAI, "66.6", "60").sentOnly(JIANGSU, "33.4")) {
      assertThat(row(held(read(workbook(round)), "填报情况"), 0, "江苏省"))
          .containsSubsequence(
              "采用", "5", "1", "A01-02指标A01-02、A01-03指标A01-03、A01-04指标A01-04、A01-06指标A01-06");
    }
  }

  @Test
  void givesNumbersOfCellsWhereTheyAreTooMany() throws WorkbookRefused {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = round.edition();
      WarehouseRows rows = new WarehouseRows(round.warehouse());
      SheetMarks marks = new SheetMarks(new Notices(List.of()), "");
      SheetContent content = LineageSheet.of(edition, rows, marks, new Bounds(50, 2)).content();
      Path file = root.resolve("counted.xlsx");
      WorkbookWriter.write(
          new WorkbookContent("x", edition.round().dataDate(), List.of(content)), file);
      List<List<String>> counted = held(read(file), "来源追溯");
      assertThat(row(counted, 0, "1-完成-2")).endsWith("共6个单元格，见data/lineage.parquet");
      assertThat(counted.stream().filter(row -> row.getFirst().startsWith("1-"))).hasSize(4);
    }
  }

  @Test
  void listsTheFirstThingsTwoMembersHaveAndCountsTheOthers() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = round.edition();
      WarehouseRows rows = new WarehouseRows(round.warehouse());
      SheetMarks marks = new SheetMarks(new Notices(List.of()), "");
      long all = rows.overlapCount();
      assertThat(all).isGreaterThan(1);
      int most = (int) all;
      SheetContent whole = new OverlapSheet(edition, rows, marks, most).content();
      SheetContent cut = new OverlapSheet(edition, rows, marks, most - 1).content();
      // A line less, and the one that says so in its stead.
      assertThat(cut.rows()).hasSameSizeAs(whole.rows());
      assertThat(cut.rows().getLast().toString()).contains("另有1行未列出，全部见data/overlap.csv");
    }
  }

  @Test
  void listsTheFirstChangesOfEachVersionAndCountsTheOthers() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = round.edition();
      round
          .warehouse()
          .replace(
              null,
              List.of(WarehouseRows.CHANGED_CELL),
              tables -> {
                for (String file : List.of("旧1", "旧2")) {
                  for (int i = 2; i < 6; i++) {
                    tables
                        .to(WarehouseRows.CHANGED_CELL)
                        .row(
                            "310000", file, file, "新", "新", "事项", "k" + i, "名称", "changed", "A" + i,
                            "A" + i, "1", "2");
                  }
                }
              });
      SheetMarks marks = new SheetMarks(new Notices(List.of()), "");
      List<String> lines =
          new VersionSheet(edition, new WarehouseRows(round.warehouse()), marks, 3)
              .content().rows().stream().map(Object::toString).toList();
      assertThat(lines.stream().filter(line -> line.contains("k2"))).hasSize(2);
      assertThat(lines.stream().filter(line -> line.contains("k4"))).hasSize(2);
      assertThat(lines.stream().filter(line -> line.contains("k5"))).isEmpty();
      assertThat(lines)
          .anyMatch(line -> line.contains("与旧1相比另有1处不同未列出"))
          .anyMatch(line -> line.contains("与旧2相比另有1处不同未列出"));
    }
  }

  /// Of each member the first cells, then a line that says how many more there are and where.
  @Test
  void listsTheFirstCellsOfEachMemberAndCountsTheOthers() throws WorkbookRefused {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = round.edition();
      WarehouseRows rows = new WarehouseRows(round.warehouse());
      SheetMarks marks = new SheetMarks(new Notices(List.of()), "");
      for (Bounds bounds : List.of(new Bounds(1, 100), new Bounds(2, 8))) {
        SheetContent content = LineageSheet.of(edition, rows, marks, bounds).content();
        Path file = root.resolve(bounds.ofMember() + ".xlsx");
        WorkbookWriter.write(
            new WorkbookContent("x", edition.round().dataDate(), List.of(content)), file);
        List<List<String>> first = held(read(file), "来源追溯");
        assertThat(first.stream().filter(row -> row.getFirst().equals("1-完成-2")))
            .extracting(row -> row.get(4), List::getLast)
            .containsExactly(
                tuple("上海市", "310000/报送.xlsx"),
                tuple("上海市", "另有2个单元格未列出，见data/lineage.parquet"),
                tuple("江苏省", "320000/报送.xlsx"),
                tuple("江苏省", "另有2个单元格未列出，见data/lineage.parquet"));
      }
    }
  }

  private static List<List<String>> held(Map<String, List<List<String>>> sheets, String name) {
    return sheets.getOrDefault(name, List.of());
  }

  /// A link from a cell to a place of another file, or of the same.
  private record Link(String from, String target, String location) {
    int row() {
      return Integer.parseInt(from.replaceAll("\\D", ""));
    }
  }

  private static List<Link> links(Path workbook, int sheet) throws IOException {
    Map<String, String> targets = new LinkedHashMap<>();
    Matcher target =
        TARGET.matcher(part(workbook, "xl/worksheets/_rels/sheet" + sheet + ".xml.rels"));
    while (target.find()) {
      targets.put(target.group(1), target.group(2));
    }
    return LINK.matcher(part(workbook, "xl/worksheets/sheet" + sheet + ".xml"))
        .results()
        .map(link -> link(link.group(1), targets))
        .toList();
  }

  private static Link link(String element, Map<String, String> targets) {
    Map<String, String> attributes =
        ATTRIBUTE
            .matcher(element)
            .results()
            .collect(Collectors.toMap(a -> a.group(1), a -> unescaped(a.group(2))));
    return new Link(
        attributes.getOrDefault("ref", ""),
        targets.getOrDefault(attributes.getOrDefault("r:id", ""), ""),
        attributes.getOrDefault("location", ""));
  }

  private static String unescaped(String text) {
    return text.replace("&apos;", "'").replace("&amp;", "&");
  }

  private static String part(Path workbook, String name) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      var entry = zip.getEntry(name);
      if (entry == null) {
        return "";
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
