package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.workbook.WorkbookContent.MergedCells;

/// What the sheet XML of odd but honest programs is read as.
class SheetXmlTests {
  @TempDir Path folder;

  private List<String> cells(HandMadeWorkbook workbook) throws WorkbookRefused {
    return workbook.read(folder).stream()
        .flatMap(row -> row.cells().stream())
        .map(cell -> cell.address() + "=" + cell.plain())
        .toList();
  }

  private List<String> cells(String rows) throws WorkbookRefused {
    return cells(HandMadeWorkbook.rows(rows));
  }

  @Test
  void rowNumbersHoldAcrossBlankRows() throws WorkbookRefused {
    List<Row> rows =
        HandMadeWorkbook.rows(
                "<row r='2'/><row r='5' hidden='1'><c r='B5'><v>1</v></c></row><row r='6'><c r='A6'"
                    + " s='0'/></row><row r='900000'><c r='A900000'><v>2</v></c></row>")
            .read(folder);
    assertThat(rows).extracting(Row::number).containsExactly(5, 900_000);
    assertThat(rows).extracting(Row::hidden).containsExactly(true, false);
    assertThat(rows.getFirst().cell(2)).map(Cell::plain).contains("1");
    assertThat(rows.getFirst().cell(1)).isEmpty();
  }

  @Test
  void addressesThatAreLeftOutAreCounted() throws WorkbookRefused {
    assertThat(
            cells(
                "<row><c><v>1</v></c><c"
                    + " r='D1'><v>2</v></c><c><v>3</v></c></row><row><c/><c><v>4</v></c></row>"))
        .containsExactly("A1=1", "D1=2", "E1=3", "B2=4");
  }

  @Test
  void cellsOutOfOrderAreSorted() throws WorkbookRefused {
    assertThat(
            cells(
                "<row r='1'><c r='AA1'><v>3</v></c><c r='A1'><v>1</v></c><c"
                    + " r='C1'><v>2</v></c></row>"))
        .containsExactly("A1=1", "C1=2", "AA1=3");
  }

  @Test
  void inlineStringsAreRead() throws WorkbookRefused {
    assertThat(
            cells(
                "<row><c t='inlineStr'><is><t>铁</t></is></c><c"
                    + " t='inlineStr'><is><r><t>公</t></r><r><t>里</t></r></is></c><c"
                    + " t='inlineStr'><is><t/></is></c></row>"))
        .containsExactly("A1=铁", "B1=公里");
  }

  @Test
  void richSharedStringsLosePronunciationAndEscapes() throws WorkbookRefused {
    HandMadeWorkbook workbook =
        HandMadeWorkbook.rows(
                "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v> 2 </v></c></row>")
            .strings(
                "<si><r><rPr><b/></rPr><t>新增</t></r><r><t>里程</t></r><rPh sb='0'"
                    + " eb='1'><t>xin</t></rPh><phoneticPr/></si><si><t>一_x000D_\n"
                    + "二</t></si><si><t>_x005F_x000D_</t></si>");
    assertThat(cells(workbook)).containsExactly("A1=新增里程", "B1=一\r\n二", "C1=_x000D_");
  }

  @Test
  void formulasGiveTheirValueOrSayThatThereIsNone() throws WorkbookRefused {
    List<Row> rows =
        HandMadeWorkbook.rows(
                "<row><c><f>1+2</f><v>3</v></c><c><f>SUM(A1)</f></c><c><f>A1</f><v></v></c><c"
                    + " t='str'><f>\"\"</f><v></v></c><c t='str'><f>B1</f><v>文</v></c><c><f"
                    + " t='shared' si='0'/></c></row>")
            .read(folder);
    assertThat(rows.getFirst().cells())
        .extracting(cell -> cell.address() + cell.plain())
        .containsExactly("A13", "B1=SUM(A1)", "C1=A1", "E1文", "F1=");
    assertThat(rows.getFirst().cells().get(1)).isInstanceOf(Cell.Uncalculated.class);
  }

  @Test
  void flagsAndFaultsKeepTheirKind() throws WorkbookRefused {
    List<Row> rows =
        HandMadeWorkbook.rows(
                "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c><c"
                    + " t='e'><f>1/0</f><v>#DIV/0!</v></c></row>")
            .read(folder);
    assertThat(rows.getFirst().cells())
        .extracting(Cell::plain)
        .containsExactly("TRUE", "FALSE", "#N/A", "#DIV/0!");
    assertThat(rows.getFirst().cells().get(3)).isInstanceOf(Cell.Fault.class);
  }

  @Test
  void numbersHaveFifteenDigits() throws WorkbookRefused {
    List<Row> rows =
        HandMadeWorkbook.rows(
                "<row><c><v>667.59999999999991</v></c><c><v>0.30000000000000004</v></c><c><v>6.676E2</v></c><c><v>-0</v></c><c><v>1E-400</v></c><c><v>123456789012345</v></c></row>")
            .read(folder);
    assertThat(rows.getFirst().cells())
        .extracting(Cell::plain)
        .containsExactly("667.6", "0.3", "667.6", "0", "0", "123456789012345");
    assertThat(rows.getFirst().cells().get(2).raw()).isEqualTo("6.676E2");
    assertThat(rows.getFirst().cells().get(0))
        .isInstanceOfSatisfying(
            Cell.Decimal.class,
            d -> assertThat(d.value()).isEqualByComparingTo(new BigDecimal("667.6")));
  }

  @Test
  void whatIsNoNumberIsDeliveredAsText() throws WorkbookRefused {
    List<Row> rows =
        HandMadeWorkbook.rows(
                "<row><c><v>NaN</v></c><c><v>１２</v></c><c><v>1E999999999</v></c><c><v>1E-999999999</v></c></row>")
            .read(folder);
    assertThat(rows.getFirst().cells())
        .extracting(Cell::plain)
        .containsExactly("NaN", "１２", "1E999999999", "0");
    assertThat(rows.getFirst().cells().getFirst()).isInstanceOf(Cell.Text.class);
  }

  private static final String DATES =
      "<row><c s='0'><v>45652</v></c><c s='1'><v>45652.354166666664</v></c><c"
          + " s='2'><v>45652</v></c><c s='3'><v>45652</v></c><c s='4'><v>45652</v></c><c"
          + " s='5'><v>8.4722222222222227E-2</v></c></row>";

  @Test
  void theNumberFormatMakesADay() throws WorkbookRefused {
    assertThat(cells(HandMadeWorkbook.rows(DATES).formats(0, 22, 164, 165, 31, 20)))
        .containsExactly(
            "A1=45652",
            "B1=2024-12-26T08:30:00",
            "C1=2024-12-26",
            "D1=45652",
            "E1=2024-12-26",
            "F1=1899-12-31T02:02:00");
  }

  @Test
  void daysMayBeCountedFrom1904() throws WorkbookRefused {
    assertThat(
            cells(
                HandMadeWorkbook.rows(DATES)
                    .workbook("<workbookPr date1904='1'/>")
                    .formats(0, 22, 164, 165, 31, 20)))
        .contains("A1=45652", "B1=2028-12-27T08:30:00", "C1=2028-12-27");
  }

  @Test
  void daysMayBeWrittenOut() throws WorkbookRefused {
    assertThat(
            cells(
                "<row><c t='d'><v>2024-12-26</v></c><c t='d'><v>2024-12-26T08:30:00Z</v></c><c"
                    + " t='d'><v>2024-12-26T08:30</v></c><c t='d'><v>不详</v></c></row>"))
        .containsExactly(
            "A1=2024-12-26", "B1=2024-12-26T08:30:00", "C1=2024-12-26T08:30:00", "D1=不详");
  }

  @Test
  void prefixesCommentsAndCdataAreTransparent() throws WorkbookRefused {
    String sheet =
        "<?xml version='1.0'?><!-- < --><x:worksheet"
            + " xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'"
            + " xmlns:o='other'><x:dimension ref='A1:A1'/><x:sheetData><o:row"
            + " r='7'><x:c><x:v>9</x:v></x:c></o:row><x:row r='3'><x:c"
            + " t='str'><x:v><![CDATA[a<b]]>&amp;<!-- no"
            + " -->c</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    assertThat(cells(HandMadeWorkbook.sheet(sheet))).containsExactly("A3=a<b&c");
  }

  @Test
  void utf16IsRead() throws WorkbookRefused {
    String sheet =
        "<?xml version='1.0' encoding='UTF-16'?><worksheet xmlns='m'><sheetData><row><c"
            + " t='str'><v>浙</v></c></row></sheetData></worksheet>";
    for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      var workbook =
          HandMadeWorkbook.sheet("").part("xl/worksheets/sheet1.xml", sheet.getBytes(charset));
      assertThat(cells(workbook)).containsExactly("A1=浙");
    }
  }

  @Test
  void byteOrderMarkOfUtf8IsTakenOff() throws WorkbookRefused {
    String sheet =
        "\uFEFF<?xml version='1.0' encoding='utf-8'?><worksheet"
            + " xmlns='m'><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    assertThat(cells(HandMadeWorkbook.sheet(sheet))).containsExactly("A1=1");
  }

  @Test
  void sheetsAreFoundByTheirRelationshipWhereverTheyAre() throws WorkbookRefused {
    HandMadeWorkbook workbook =
        HandMadeWorkbook.sheet("<worksheet xmlns='m'/>")
            .part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='r'><Relationship Id='rId1' Type='x/worksheet'"
                    + " Target='../%E8%A1%A8/Sheet.xml'/></Relationships>")
            .part(
                "表/sheet.xml",
                "<worksheet"
                    + " xmlns='m'><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
    assertThat(cells(workbook)).containsExactly("A1=1");
  }

  @Test
  void aSecondCorePropertiesPartIsNoObstacle() throws WorkbookRefused {
    String type =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    HandMadeWorkbook workbook =
        HandMadeWorkbook.rows("<row><c><v>1</v></c></row>")
            .part(
                "_rels/.rels",
                ("<Relationships xmlns='r'><Relationship Id='a' Type='%s'"
                     + " Target='docProps/core.xml'/><Relationship Id='b' Type='%s'"
                     + " Target='docProps/core0.xml'/><Relationship Id='c' Type='x/officeDocument'"
                     + " Target='/xl/workbook.xml'/></Relationships>")
                    .formatted(type, type));
    assertThat(cells(workbook)).containsExactly("A1=1");
  }

  @Test
  void sheetsOfAllStatesAreListed() throws WorkbookRefused {
    Path file =
        HandMadeWorkbook.rows("")
            .part(
                "xl/workbook.xml",
                "<workbook xmlns='m' xmlns:r='q'><sheets><sheet name='甲' r:id='rId1'/><sheet"
                    + " name='乙' state='hidden' r:id='rId1'/><sheet name='丙' state='veryHidden'"
                    + " r:id='rId1'/></sheets></workbook>")
            .save(folder);
    try (WorkbookReader reader = WorkbookReader.open(file, WorkbookLimits.standard())) {
      assertThat(reader.sheets()).extracting(Sheet::name).containsExactly("甲", "乙", "丙");
      assertThat(reader.sheets()).extracting(Sheet::hidden).containsExactly(false, true, true);
    }
  }

  @Test
  void joinedCellsAreListed() throws WorkbookRefused {
    Path file =
        HandMadeWorkbook.sheet(
                "<worksheet"
                    + " xmlns='m'><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell"
                    + " ref='A1:C2'/></mergeCells></worksheet>")
            .save(folder);
    try (WorkbookReader reader = WorkbookReader.open(file, WorkbookLimits.standard())) {
      assertThat(reader.sheets().getFirst().merged())
          .containsExactly(new MergedCells(new CellAddress(1, 1), new CellAddress(2, 3)));
    }
  }

  @Test
  void aSheetIsWalkedThroughAsOftenAndAsFarAsWanted() throws WorkbookRefused {
    Path file =
        HandMadeWorkbook.rows("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>").save(folder);
    List<Integer> seen = new ArrayList<>();
    try (WorkbookReader reader = WorkbookReader.open(file, WorkbookLimits.standard())) {
      Sheet sheet = reader.sheets().getFirst();
      sheet.read(row -> !seen.add(row.number()));
      sheet.read(row -> seen.add(row.number()));
    }
    assertThat(seen).containsExactly(1, 1, 2);
  }
}
