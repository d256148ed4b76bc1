package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.Workbooks;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.vocabulary.Sha256;
import pledgebook.workbook.WorkbookWriter;

/// The odd files and sheets members send, each made by code with a line saying why, and what comes
/// of it: accepted with these findings, or rejected with this one.
class QuirksTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final byte[] CLEAN = clean();

  @TempDir private Path folder;

  private static byte[] clean() {
    try {
      Path file = Files.createTempFile("clean", ".xlsx");
      WorkbookWriter.write(
          SubmissionTemplate.of(
              ROUND, Rounds.JIANGSU, new SampleSubmissions(ROUND).filling(Rounds.JIANGSU)),
          file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] edited(Consumer<XSSFWorkbook> edit) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(CLEAN))) {
      edit.accept(workbook);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A change to one sheet.
  private static byte[] sheet(String name, Consumer<Sheet> edit) {
    return edited(workbook -> edit.accept(workbook.getSheet(name)));
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    }
  }

  /// The clean workbook as Excel 97–2003 and WPS (.et) write it.
  private static byte[] binary() {
    try (XSSFWorkbook from = new XSSFWorkbook(new ByteArrayInputStream(CLEAN));
        HSSFWorkbook to = Workbooks.binary(from)) {
      return bytes(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zip(String... namesAndTexts) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(text(namesAndTexts[i + 1]));
        zip.closeEntry();
      }
      zip.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The clean workbook with one more entry.
  private static byte[] withPart(String name) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(out);
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(CLEAN))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        ((InputStream) in).transferTo(zip);
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(1);
      zip.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lock() {
    byte[] bytes = new byte[165];
    bytes[0] = 2;
    bytes[55] = 2;
    return bytes;
  }

  private static Arguments quirk(String why, String expected, byte[] bytes) {
    return Arguments.of(why, expected, bytes);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        quirk("旧机器上的Excel或WPS存成.xls、.et", "accepted binary-format", binary()),
        quirk("带宏的模板", "accepted macros", withPart("xl/vbaProject.bin")),
        quirk("系统导出的网页改名为.xls", "网页", text("<html><table><tr><td>1</td></tr></table>")),
        quirk("CSV改名为.xls", "文本或CSV", "指标,数值\n甲,1\n".getBytes(Charset.forName("GB18030"))),
        quirk("盖章扫描件", "PDF文档", text("%PDF-1.7\n")),
        quirk("空文件", "空文件", new byte[0]),
        quirk("几个工作簿压在一起", "archive", zip("江苏/报送.xlsx", "x", "说明.txt", "y")),
        quirk("别的压缩包", "压缩包", zip("说明.txt", "y")),
        quirk(
            "Word文档",
            "Word文档",
            zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<d/>")),
        quirk("OpenDocument", "OpenDocument表格", zip("mimetype", "x", "content.xml", "<d/>")),
        quirk("xlsb", "xlsb", zip("xl/workbook.bin", "x")),
        quirk(
            "XML表格2003",
            "XML表格",
            text(
                "<?xml version='1.0'?><Workbook"
                    + " xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>")),
        quirk("Office打开文件时的临时文件", "办公软件的临时文件", lock()),
        quirk("传送中断的.xls", "damaged", Arrays.copyOf(binary(), 3000)),
        quirk("传送中断的.xlsx", "damaged", Arrays.copyOf(CLEAN, 3000)),
        quirk("越出压缩包的名字", "forbidden", withPart("../../evil.xlsx")),
        quirk("绝对路径", "forbidden", withPart("/etc/evil")),
        quirk("盘符", "forbidden", withPart("C:/evil")),
        quirk("过长的名字只是名字", "accepted", withPart("x".repeat(5000))),
        quirk("形似的名字只是名字", "accepted", withPart("хl/wоrkbook.xml")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("files")
  void everyOddFileIsAcceptedOrRejectedByItsContent(String why, String expected, byte[] bytes) {
    Sent sent = Sent.bytes(ROUND, folder, "320000/a.xls", bytes);
    String outcome =
        switch (sent.examined()) {
          case Intake.Received(Submission submission, List<Finding> findings) ->
              ("accepted " + String.join(" ", codes(findings))).strip();
          case Intake.Rejected(String name, Sha256 sha256, Finding reason) ->
              reason.code() + " " + reason.found() + " " + reason.message();
        };
    if (expected.startsWith("accepted")) {
      assertThat(outcome).as(why).isEqualTo(expected);
      Recording clean = staged(CLEAN);
      for (String form : clean.rows.keySet()) {
        assertThat(sent.staged().cells(form)).as(form).isEqualTo(clean.cells(form));
        assertThat(sent.staged().numbers(form)).as(form).isEqualTo(clean.numbers(form));
      }
    } else {
      assertThat(outcome).as(why).contains(expected).contains("请");
    }
  }

  private Recording staged(byte[] bytes) {
    return Sent.bytes(ROUND, folder, "320000/b.xlsx", bytes).staged();
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.code().replace("submission.", ""))
        .distinct()
        .toList();
  }

  private static void put(Sheet sheet, int row, int column, String text) {
    cell(sheet, row, column).setCellValue(text);
  }

  private static Cell cell(Sheet sheet, int row, int column) {
    Row there = sheet.getRow(row - 1) == null ? sheet.createRow(row - 1) : sheet.getRow(row - 1);
    return there.getCell(column - 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  /// Each with the findings expected and the rows still read of the sheet 铁路区段 (4 and 5 in the
  /// clean workbook).
  static Stream<Arguments> sheets() {
    String rail = "铁路区段";
    return Stream.of(
        Arguments.of("干净的", "", "4 5", CLEAN),
        Arguments.of("表名换行", "", "4 5", sheet(rail, s -> put(s, 3, 3, "*区段\n长度 （公里）"))),
        Arguments.of("单位写成“单位：公里”", "", "4 5", sheet(rail, s -> put(s, 3, 3, "区段长度（单位：公里）"))),
        Arguments.of("方括号", "", "4 5", sheet(rail, s -> put(s, 3, 3, "区段长度【公里】"))),
        Arguments.of("说明性括号", "", "4 5", sheet(rail, s -> put(s, 3, 5, "通车日期（年月日）"))),
        Arguments.of("换了单位", "other-unit C3", "4 5", sheet(rail, s -> put(s, 3, 3, "区段长度（米）"))),
        Arguments.of(
            "列名分两层",
            "joined-headings A3",
            "4 5",
            sheet(
                rail,
                s -> {
                  List.of(3, 4).forEach(c -> put(s, 2, c, "长度"));
                  List.of(1, 2, 5)
                      .forEach(c -> {
                        put(s, 2, c, cell(s, 3, c).getStringCellValue());
                        cell(s, 3, c).setBlank();
                      });
                })),
        Arguments.of(
            "合计写在第二格",
            "summary-row B6",
            "4 5",
            sheet(
                rail,
                s -> {
                  put(s, 6, 1, "江苏省");
                  put(s, 6, 2, "合　计");
                })),
        Arguments.of("全省合计", "summary-row A6", "4 5", sheet(rail, s -> put(s, 6, 1, "全省合计"))),
        Arguments.of("其中", "summary-row A6", "4 5", sheet(rail, s -> put(s, 6, 1, "其中："))),
        Arguments.of("其中某线", "part-row A6", "4 5", sheet(rail, s -> put(s, 6, 1, "其中：沪苏湖铁路"))),
        Arguments.of(
            "表下说明",
            "table-note A8 table-note A9",
            "4 5",
            sheet(
                rail,
                s -> {
                  put(s, 8, 1, "注：1.数据截至年末。");
                  put(s, 9, 1, "2.按竣工验收口径。");
                })),
        Arguments.of(
            "签名行",
            "table-note A8",
            "4 5",
            sheet(
                rail,
                s -> {
                  put(s, 8, 1, "填表人：");
                  put(s, 8, 2, "示例");
                  put(s, 8, 4, "审核人：示例");
                })),
        Arguments.of("远处误打的字符", "stray-cell B3000", "4 5", sheet(rail, s -> put(s, 3000, 2, "`"))),
        Arguments.of("近处的残缺行照读", "", "4 5 7", sheet(rail, s -> put(s, 7, 1, "某线"))),
        Arguments.of(
            "数值格并入空白备注",
            "merged-read E4",
            "4 5",
            sheet(rail, s -> s.addMergedRegion(new CellRangeAddress(3, 3, 4, 6)))),
        Arguments.of(
            "两行合并",
            "merged-cells A4",
            "4 5",
            sheet(rail, s -> s.addMergedRegion(new CellRangeAddress(3, 4, 0, 0)))),
        Arguments.of(
            "横向合并必填列",
            "merged-cells C4",
            "4 5",
            sheet(rail, s -> s.addMergedRegion(new CellRangeAddress(3, 3, 2, 3)))),
        Arguments.of(
            "编码当数字录入，位数已失",
            "lost-digits B4",
            "4 5",
            sheet(rail, s -> cell(s, 4, 2).setCellValue(1.2345678901234568E17))),
        Arguments.of(
            "两张表都像",
            "extra-sheet extra-sheet ambiguous-sheet",
            "",
            edited(workbook -> {
              workbook.setSheetName(workbook.getSheetIndex(rail), "表1");
              workbook.cloneSheet(workbook.getSheetIndex("表1"), "表2");
            })),
        Arguments.of(
            "表名写成代码",
            "",
            "4 5",
            edited(workbook -> workbook.setSheetName(workbook.getSheetIndex(rail), "rail"))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sheets")
  void everyOddSheetIsUnderstoodOrTold(String why, String expected, String rows, byte[] bytes) {
    Sent sent = Sent.bytes(ROUND, folder, "320000/a.xlsx", bytes);
    String told =
        String.join(
            " ",
            sent.findings().stream()
                .map(finding -> {
                  String cell = finding.location().cell();
                  return finding.code().replace("submission.", "")
                      + (cell == null ? "" : " " + cell);
                })
                .toList());
    assertThat(told).as(why).isEqualTo(expected);
    assertThat(sent.staged().numbers("rail").stream().map(String::valueOf))
        .containsExactly(rows.isEmpty() ? new String[0] : rows.split(" "));
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of("按百分数显示的数", "85%", percent()),
        Arguments.of(
            "1904纪年的日期序号",
            "45652",
            edited(workbook -> {
              workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
              Cell day = cell(workbook.getSheet("铁路区段"), 4, 5);
              day.setCellStyle(workbook.createCellStyle());
              day.setCellValue(44190);
            })),
        Arguments.of(
            "1900纪年的日期序号",
            "45652",
            edited(workbook -> {
              Cell day = cell(workbook.getSheet("铁路区段"), 4, 5);
              day.setCellStyle(workbook.createCellStyle());
              day.setCellValue(45652);
            })),
        Arguments.of(
            "没有分隔的日期",
            "20241226",
            edited(workbook -> {
              Cell day = cell(workbook.getSheet("铁路区段"), 4, 5);
              day.setCellStyle(workbook.createCellStyle());
              day.setCellValue(20241226);
            })));
  }

  private static byte[] percent() {
    return edited(workbook -> {
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat("0%"));
      Cell share = cell(workbook.getSheet("铁路区段"), 4, 5);
      share.setCellStyle(style);
      share.setCellValue(0.85);
    });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cells")
  void aCellIsStagedAsItsReaderSeesIt(String why, String text, byte[] bytes) {
    Sent sent = Sent.bytes(ROUND, folder, "320000/a.xlsx", bytes);
    assertThat(sent.staged().cells("rail").getFirst().get(4)).as(why).isEqualTo(text);
  }
}
