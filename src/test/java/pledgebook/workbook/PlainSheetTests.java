package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Law: the byte scanner and the full parser read every sheet alike, cell for cell, or refuse it
/// with the same reason; and what the common programs write is read by the scanner.
class PlainSheetTests {
  private static final WorkbookLimits LIMITS = WorkbookLimits.standard();
  private static final WorkbookLimits NARROW =
      new WorkbookLimits(
          1 << 20, 1 << 24, 200, 100, 500, 12, 40, 50, 1 << 20, java.time.Duration.ofMinutes(1));

  @TempDir Path folder;

  private interface Walk {
    void through(SheetPart sheet, Sheet.RawVisitor visitor) throws WorkbookRefused;
  }

  private static void scanned(SheetPart sheet, Sheet.RawVisitor visitor) throws WorkbookRefused {
    sheet.scan(visitor);
  }

  private static void parsed(SheetPart sheet, Sheet.RawVisitor visitor) throws WorkbookRefused {
    Deadline deadline = Deadline.in(LIMITS.time());
    sheet.parse(new SheetPart.Delivery(deadline, visitor), deadline);
  }

  /// All that can be told of a sheet, or why it is refused.
  private static List<String> told(SheetPart sheet, Walk walk) {
    List<String> told = new ArrayList<>();
    try {
      walk.through(sheet, row -> told.addAll(told(row)));
      told.add("joined " + sheet.merged());
    } catch (WorkbookRefused e) {
      return List.of(e.fault().toString());
    }
    return told;
  }

  private static List<String> told(RawRow row) {
    List<String> told = new ArrayList<>();
    told.add(row.number() + " " + row.hidden());
    for (int i = 0; i < row.size(); i++) {
      byte[] raw = row.raw(i);
      told.add(
          row.kind(i)
              + " "
              + new String(row.plain(i), StandardCharsets.UTF_8)
              + " "
              + (raw == null ? "" : new String(raw, StandardCharsets.UTF_8)));
    }
    Row made = row.row();
    told.add(made.toString());
    for (int i = 0; i < row.size(); i++) {
      Cell cell = made.cells().get(i);
      assertThat(new String(row.plain(i), StandardCharsets.UTF_8)).isEqualTo(cell.plain());
      assertThat(row.column(i)).isEqualTo(cell.address().column());
    }
    return told;
  }

  private static List<String> difference(Path file, WorkbookLimits limits) {
    List<String> different = new ArrayList<>();
    try (WorkbookReader workbook = WorkbookReader.open(file, limits)) {
      for (Sheet sheet : workbook.sheets()) {
        if (sheet instanceof SheetPart part) {
          List<String> scanned = told(part, PlainSheetTests::scanned);
          List<String> parsed = told(part, PlainSheetTests::parsed);
          if (!scanned.equals(parsed)) {
            different.add(file.getFileName() + "!" + sheet.name() + scanned + parsed);
          }
        }
      }
    } catch (WorkbookRefused e) {
      // A file that is refused before its sheets has no rows to compare.
    }
    return different;
  }

  /// The sheets the byte scanner leaves to the full parser.
  private static List<String> left(Path file) throws IOException, WorkbookRefused {
    List<String> left = new ArrayList<>();
    Deadline deadline = Deadline.in(LIMITS.time());
    try (Archive archive = Archive.open(file, LIMITS, deadline)) {
      for (Sheet sheet : WorkbookReader.sheets(archive, LIMITS, deadline)) {
        SheetPart part = (SheetPart) sheet;
        try (InputStream in = archive.part(part.part())) {
          assertThat(part.plain(in, deadline).rows(new SheetPart.Delivery(deadline, row -> true)))
              .isTrue();
        } catch (NotPlain e) {
          left.add(sheet.name());
        }
      }
    }
    return left;
  }

  @ParameterizedTest
  @ValueSource(strings = {"openpyxl.xlsx", "libreoffice.xlsx"})
  void whatOtherProgramsSavedIsReadAlike(String name) throws Exception {
    Path file = Path.of("src/test/resources/quirks", name);
    assertThat(difference(file, LIMITS)).isEmpty();
    assertThat(left(file)).isEmpty();
  }

  @Test
  void whatWeWriteIsPlain() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("input/2024"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
        assertThat(difference(file, LIMITS)).isEmpty();
        assertThat(left(file)).isEmpty();
      }
    }
  }

  @Test
  void whatExcelWritesIsPlain() throws Exception {
    String sheet =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " mc:Ignorable=\"x14ac\""
            + " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"><sheetPr><tabColor"
            + " rgb=\"FFFF0000\"/></sheetPr><dimension ref=\"A1\"/><cols><col min=\"1\" max=\"1\""
            + " width=\"9\" hidden=\"1\"/></cols><sheetData><row r=\"1\" spans=\"1:3\""
            + " x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"0\" t=\"s\"><v>0</v></c><c"
            + " r=\"C1\"><f>A1&amp;\"x\"</f><v>1.5</v></c></row></sheetData><mergeCells"
            + " count=\"1\"><mergeCell ref=\"A2:B3\"/></mergeCells><extLst><ext"
            + " xmlns:x14=\"y\"><x14:a/></ext></extLst></worksheet>";
    Path file =
        HandMadeWorkbook.sheet(sheet)
            .strings("<si><t>文本</t><phoneticPr fontId=\"1\" type=\"noConversion\"/></si>")
            .save(folder);
    assertThat(left(file)).isEmpty();
    assertThat(difference(file, LIMITS)).isEmpty();
    assertThat(HandMadeWorkbook.rows(file, LIMITS).getFirst().cells())
        .extracting(Cell::plain)
        .containsExactly("文本", "1.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- a --><row/>",
        "<row><c t='str'><v><![CDATA[a]]></v></c></row>",
        "<row><c t='str'><v>a<?b?></v></c></row>",
        "<row><c t='str'><v>a\rb</v></c></row>",
        "<row><c t='str'><v>a]]&gt;b</v></c></row>",
        "<row xmlns='other'><c><v>1</v></c></row>",
        "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
        "<row><c r='a1'><v>1</v></c></row>",
        "<row>1<c r='A1'><v>1</v></c></row>",
        "<row><c r='A1' r='A1'><v>1</v></c></row>",
        "<row><c r='A1'r='A1'><v>1</v></c></row>",
        "<row><c t='str'><v>&unknown;</v></c></row>",
        "<row><c t='str'><v>&#xD83D;</v></c></row>"
      })
  void whatIsNotPlainIsLeftToTheFullParser(String rows) throws Exception {
    String first = "<row r='1'><c><v>7</v></c></row>";
    String shifted = rows.replace("1'", "2'");
    for (String all : List.of(rows, first + shifted)) {
      Path file = HandMadeWorkbook.rows(all).save(folder);
      assertThat(difference(file, LIMITS)).isEmpty();
      assertThat(left(file)).containsExactly("表");
    }
  }

  @Test
  void rowsAreDeliveredOnceThoughTheSheetIsBegunAgain() throws Exception {
    List<Row> rows =
        HandMadeWorkbook.rows(
                "<row><c><v>1</v></c></row><row><c><v>2</v></c></row><!--"
                    + " --><row><c><v>3</v></c></row>")
            .read(folder);
    assertThat(rows).extracting(Row::number).containsExactly(1, 2, 3);
  }

  @Test
  void rowsMayLieAcrossTheWindow() throws Exception {
    StringBuilder rows = new StringBuilder();
    String text = "沪".repeat(10_000);
    for (int row = 1; row <= 90; row++) {
      rows.append("<row><c t='str'><v>").append(text, 0, row * 100 + row % 7);
      rows.append("</v></c><c t='str'><v>")
          .append(row % 9 == 0 ? text : "浙")
          .append("</v></c></row>");
    }
    Path file = HandMadeWorkbook.rows(rows + "").save(folder);
    assertThat(left(file)).isEmpty();
    assertThat(difference(file, LIMITS)).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void generatedSheetsAreReadAlike(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      Path file = new GeneratedSheet(random).workbook().save(folder);
      assertThat(difference(file, LIMITS)).as("seed %s, sheet %s", seed, i).isEmpty();
      if (i % 5 == 0) {
        assertThat(difference(file, NARROW)).as("seed %s, sheet %s", seed, i).isEmpty();
      }
    }
  }

  @Test
  void generatedSheetsArePlainMostly() throws Exception {
    Random random = new Random(1);
    int left = 0;
    for (int i = 0; i < 200; i++) {
      left += left(new GeneratedSheet(random).workbook().save(folder)).size();
    }
    assertThat(left).isBetween(10, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spoiltSheetsAreReadAlike(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 15; i++) {
      HandMadeWorkbook workbook = new GeneratedSheet(random).workbook();
      String name = random.nextInt(3) == 0 ? "xl/sharedStrings.xml" : "xl/worksheets/sheet1.xml";
      byte[] bytes = workbook.bytes(name).clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] =
            (byte) " <>'\"/&;=019AZx]\0\u00FF\r_".charAt(random.nextInt(20));
      }
      Path file = workbook.part(name, bytes).save(folder);
      assertThat(difference(file, LIMITS)).as("seed %s, sheet %s", seed, i).isEmpty();
    }
  }

  @Test
  void foreignWorkbooksAreReadAlike() throws IOException {
    String corpus = System.getProperty("foreign.corpus", "");
    assumeTrue(!corpus.isEmpty() && Files.isDirectory(Path.of(corpus)), "no foreign workbooks");
    try (Stream<Path> files = Files.walk(Path.of(corpus))) {
      assertThat(files.filter(Files::isRegularFile).flatMap(f -> difference(f, LIMITS).stream()))
          .isEmpty();
    }
  }
}
