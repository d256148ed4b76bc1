package bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.submission.Filling;
import pledgebook.submission.SubmissionTemplate;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookWriter;

/// Makes long submissions: the program's own template, its evidence sheet 归集岗位 or 办件明细 filled with
/// as many rows as asked for. The same arguments give the same rows. Every twentieth job is one
/// that another member publishes too.
public final class EvidenceWorkbooks {
  /// Below the 1,048,576 rows a sheet holds, headings included.
  private static final int ROWS_OF_A_SHEET = 1_000_000;

  private static final List<String> TITLES =
      List.of("软件开发工程师", "数控车床操作工", "护士", "物流调度员", "幼儿教师", "电气设计师", "会计", "焊工");
  private static final List<String> TRADES = List.of("信息传输", "装备制造", "卫生健康", "交通运输", "教育", "金融");
  private static final List<String> CHANNELS = List.of("招聘专区", "线下招聘会", "高校就业网");
  private static final List<String> EDUCATION = List.of("不限", "大专", "本科", "硕士");

  private final Round round;
  private final boolean shared;
  private final boolean spoilt;

  private EvidenceWorkbooks(Round round, boolean shared, boolean spoilt) {
    this.round = round;
    this.shared = shared;
    this.spoilt = spoilt;
  }

  /// Arguments: folder of definitions, year, folder to write to, form (jobs or cases), rows of each
  /// member, number of members, strings (shared or inline), and `spoilt` where every row is to be
  /// wrong in several cells.
  public static void main(String[] arguments) throws Exception {
    Round round = RoundReader.read(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Path folder = Path.of(arguments[2]);
    int rows = Integer.parseInt(arguments[4]);
    EvidenceWorkbooks workbooks =
        new EvidenceWorkbooks(
            round,
            arguments[6].equals("shared"),
            arguments.length > 7 && arguments[7].equals("spoilt"));
    Files.createDirectories(folder);
    for (ReportingEntity member : round.entities().subList(0, Integer.parseInt(arguments[5]))) {
      Path file = folder.resolve(round.year() + "-" + member.code() + "-v1.xlsx");
      workbooks.write(member, arguments[3], rows, file);
      System.out.println(file + " " + Files.size(file) + " bytes");
    }
  }

  private void write(ReportingEntity member, String form, int rows, Path file) throws IOException {
    Path template = Files.createTempFile("template", ".xlsx");
    WorkbookWriter.write(
        SubmissionTemplate.of(round, member.code(), filling(member, form, rows)), template);
    int ordinal = round.entities().indexOf(member);
    String title =
        round.forms().stream().filter(f -> f.code().equals(form)).findFirst().orElseThrow().title();
    try (ZipFile blank = new ZipFile(template.toFile());
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      zip.setLevel(Deflater.DEFAULT_COMPRESSION);
      splice(blank, zip, title, new Rows(form, ordinal, rows));
    }
    Files.delete(template);
  }

  private Filling filling(ReportingEntity member, String form, int rows) {
    boolean jobs = form.equals("jobs");
    CellValue zero = new CellValue.Decimal(BigDecimal.ZERO);
    CellValue total = new CellValue.Decimal(BigDecimal.valueOf(jobs ? rows : Rows.total(rows)));
    CellValue account = new CellValue.Text("示例：按计划推进。");
    Map<IndicatorCode, Map<String, CellValue>> values = new HashMap<>();
    CellValue one = new CellValue.Decimal(BigDecimal.ONE);
    round.indicators().forEach(i -> values.put(i.code(), Map.of("flow", one, "account", account)));
    values.put(
        new IndicatorCode("A01-01"), Map.of("closing", jobs ? total : zero, "account", account));
    values.put(
        new IndicatorCode("A02-01"), Map.of("flow", jobs ? zero : total, "account", account));
    return new Filling(
        new Filling.Cover(1, "示例填报人", "示例电话", "示例审核人", "示例负责人", round.collectionStart()),
        values,
        Map.of());
  }

  private void splice(ZipFile blank, ZipOutputStream zip, String title, Rows rows)
      throws IOException {
    String workbook = text(blank, "xl/workbook.xml");
    String relations = text(blank, "xl/_rels/workbook.xml.rels");
    String part = "xl/" + target(relations, relation(workbook, title));
    String strings = text(blank, "xl/sharedStrings.xml");
    rows.firstString = count(strings, "<si>");
    int sheets = (rows.rows + ROWS_OF_A_SHEET - 1) / ROWS_OF_A_SHEET;
    String sheet = text(blank, part);
    int begin = sheet.indexOf("<row r=\"4\"");
    String head = sheet.substring(0, begin);
    String tail = sheet.substring(sheet.indexOf("</sheetData>"));
    String plainTail = "</sheetData></worksheet>";
    String types = text(blank, "[Content_Types].xml");
    String sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    for (int i = 1; i < sheets; i++) {
      String id = "rIdMore" + i;
      String name = title + "（" + (i + 1) + "）";
      workbook =
          after(
              workbook,
              "</sheets>",
              "<sheet name=\"" + name + "\" sheetId=\"" + (100 + i) + "\" r:id=\"" + id + "\"/>");
      relations =
          after(
              relations,
              "</Relationships>",
              "<Relationship Id=\""
                  + id
                  + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                  + " Target=\"worksheets/more"
                  + i
                  + ".xml\"/>");
      types =
          after(
              types,
              "</Types>",
              "<Override PartName=\"/xl/worksheets/more"
                  + i
                  + ".xml\" ContentType=\""
                  + sheetType
                  + "\"/>");
    }
    for (var entries = blank.entries(); entries.hasMoreElements(); ) {
      String name = entries.nextElement().getName();
      switch (name) {
        case "xl/workbook.xml" -> put(zip, name, workbook);
        case "xl/_rels/workbook.xml.rels" -> put(zip, name, relations);
        case "[Content_Types].xml" -> put(zip, name, types);
        case "xl/sharedStrings.xml" -> {}
        default -> {
          if (name.equals(part)) {
            entry(zip, name);
            rows.write(zip, head, 0, Math.min(rows.rows, ROWS_OF_A_SHEET), shared);
            zip.write(tail.getBytes(UTF_8));
            zip.closeEntry();
          } else {
            entry(zip, name);
            blank.getInputStream(blank.getEntry(name)).transferTo(zip);
            zip.closeEntry();
          }
        }
      }
    }
    for (int i = 1; i < sheets; i++) {
      entry(zip, "xl/worksheets/more" + i + ".xml");
      String bare = head.replaceFirst("<sheetViews>.*</sheetViews>", "");
      rows.write(
          zip, bare, i * ROWS_OF_A_SHEET, Math.min(rows.rows, (i + 1) * ROWS_OF_A_SHEET), shared);
      zip.write(plainTail.getBytes(UTF_8));
      zip.closeEntry();
    }
    entry(zip, "xl/sharedStrings.xml");
    if (shared) {
      int end = strings.indexOf("</sst>");
      String bare =
          strings
              .substring(0, end)
              .replaceFirst(" count=\"\\d+\"", "")
              .replaceFirst(" uniqueCount=\"\\d+\"", "");
      zip.write(bare.getBytes(UTF_8));
      rows.strings(zip);
      zip.write("</sst>".getBytes(UTF_8));
    } else {
      zip.write(strings.getBytes(UTF_8));
    }
    zip.closeEntry();
  }

  private static String after(String text, String mark, String inserted) {
    int at = text.lastIndexOf(mark);
    return text.substring(0, at) + inserted + text.substring(at);
  }

  private static String relation(String workbook, String title) {
    int at = workbook.indexOf("<sheet name=\"" + title + "\"");
    int id = workbook.indexOf("r:id=\"", at) + 6;
    return workbook.substring(id, workbook.indexOf('"', id));
  }

  private static String target(String relations, String id) {
    int at = relations.indexOf("Id=\"" + id + "\"");
    int start = relations.lastIndexOf("<Relationship", at);
    String one = relations.substring(start, relations.indexOf('>', start));
    int target = one.indexOf("Target=\"") + 8;
    String path = one.substring(target, one.indexOf('"', target));
    return path.startsWith("/xl/") ? path.substring(4) : path;
  }

  private static int count(String text, String mark) {
    int n = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      n++;
    }
    return n;
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    entry(zip, name);
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 5, 0, 0));
    zip.putNextEntry(entry);
  }

  /// The rows of one member.
  private final class Rows {
    private final String form;
    private final int member;
    private final int rows;
    private final List<String> cities = new ArrayList<>();
    private int firstString;

    Rows(String form, int member, int rows) {
      this.form = form;
      this.member = member;
      this.rows = rows;
      var entity = round.entities().get(member).code();
      round.regions().stream()
          .filter(region -> region.entity().equals(entity))
          .filter(region ->
              round.reference("regions/city").stream()
                  .anyMatch(e -> e.code().equals(region.code())))
          .forEach(region -> cities.add(region.name()));
    }

    /// What the cases of so many rows add up to.
    static long total(int rows) {
      long total = 0;
      for (int i = 0; i < rows; i++) {
        total += 1 + i % 97;
      }
      return total;
    }

    private String code(int row) {
      boolean everywhere = form.equals("jobs") && row % 20 == 0;
      String prefix =
          everywhere ? "C" : round.entities().get(member).code().value().substring(0, 2);
      String digits = Integer.toString(100_000_000 + row);
      return prefix + "2025" + digits.substring(1);
    }

    /// The city on no list, the day no day, the last figure no figure.
    private List<Object> values(int row) {
      List<Object> values = new ArrayList<>(soundValues(row));
      if (spoilt) {
        values.set(3, "无此城" + row % 7);
        values.set(4, "不详" + row % 3);
        int figure = form.equals("cases") ? 5 : 8;
        values.set(figure, "约" + values.get(figure));
      }
      return values;
    }

    private List<Object> soundValues(int row) {
      LocalDate first = LocalDate.of(2025, 1, 1);
      Integer day =
          (int) (first.plusDays(row % 365).toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay());
      String city = cities.get(row % cities.size());
      if (form.equals("cases")) {
        return List.of(
            code(row),
            "跨省事项" + row % 152,
            "受理中心" + row % 3000,
            city,
            day,
            1 + row % 97,
            CHANNELS.get(row % 3));
      }
      return List.of(
          code(row),
          TITLES.get(row % 8),
          "示例企业" + row % 5000,
          city,
          day,
          EDUCATION.get(row % 4),
          4000 + row % 40 * 100,
          8000 + row % 60 * 100,
          1 + row % 9,
          TRADES.get(row % 6),
          city + "产业园" + row % 300 + "号",
          CHANNELS.get(row % 3));
    }

    /// Shared strings: the code of each row first, then the texts of the other columns as they
    /// come.
    void strings(OutputStream out) throws IOException {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < rows; row++) {
        text.append("<si><t>").append(code(row)).append("</t></si>");
        if (text.length() > 60_000) {
          out.write(text.toString().getBytes(UTF_8));
          text.setLength(0);
        }
      }
      for (String each : pool.keySet()) {
        text.append("<si><t>").append(each).append("</t></si>");
      }
      out.write(text.toString().getBytes(UTF_8));
    }

    private final Map<String, Integer> pool = new java.util.LinkedHashMap<>();

    private void write(OutputStream out, String head, int from, int to, boolean shared)
        throws IOException {
      out.write(head.getBytes(UTF_8));
      StringBuilder text = new StringBuilder(70_000);
      for (int row = from; row < to; row++) {
        int number = 4 + row - from;
        text.append("<row r=\"").append(number).append("\">");
        char column = 'A';
        for (Object value : values(row)) {
          text.append("<c r=\"").append(column).append(number).append('"');
          if (value instanceof Integer figure) {
            text.append(column == 'E' ? " s=\"6\"" : "")
                .append("><v>")
                .append(figure)
                .append("</v></c>");
          } else if (shared) {
            int index =
                column == 'A'
                    ? firstString + row
                    : firstString + rows + pool.computeIfAbsent((String) value, t -> pool.size());
            text.append(" t=\"s\"><v>").append(index).append("</v></c>");
          } else {
            text.append(" t=\"inlineStr\"><is><t>").append(value).append("</t></is></c>");
          }
          column++;
        }
        text.append("</row>");
        if (text.length() > 60_000) {
          out.write(text.toString().getBytes(UTF_8));
          text.setLength(0);
        }
      }
      out.write(text.toString().getBytes(UTF_8));
    }
  }
}
