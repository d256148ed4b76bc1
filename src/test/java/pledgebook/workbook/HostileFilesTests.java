package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.workbook.WorkbookFault.Damaged;
import pledgebook.workbook.WorkbookFault.Forbidden;
import pledgebook.workbook.WorkbookFault.LegacyFormat;
import pledgebook.workbook.WorkbookFault.NotAWorkbook;
import pledgebook.workbook.WorkbookFault.PasswordProtected;
import pledgebook.workbook.WorkbookFault.TooLarge;

/// What must be refused, and as what.
class HostileFilesTests {
  private static final WorkbookLimits STANDARD = WorkbookLimits.standard();
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir Path folder;

  private static WorkbookFault fault(Path file, WorkbookLimits limits) {
    WorkbookRefused refused =
        catchThrowableOfType(WorkbookRefused.class, () -> HandMadeWorkbook.rows(file, limits));
    assertThat(refused).as("the file is refused").isNotNull();
    return refused.fault();
  }

  private WorkbookFault fault(HandMadeWorkbook workbook) {
    return fault(workbook.save(folder), STANDARD);
  }

  private WorkbookFault fault(String rows) {
    return fault(HandMadeWorkbook.rows(rows));
  }

  private WorkbookFault faultOf(byte[] bytes) throws IOException {
    return fault(Files.write(folder.resolve("received.xlsx"), bytes), STANDARD);
  }

  private WorkbookFault faultOf(String text, Charset charset) throws IOException {
    return faultOf(text.getBytes(charset));
  }

  @Test
  void whatIsNoWorkbookIsCalledByItsName() throws IOException {
    assertThat(faultOf(new byte[0])).isEqualTo(new NotAWorkbook("empty"));
    assertThat(faultOf("%PDF-1.7\n%\u00E2", StandardCharsets.ISO_8859_1))
        .isEqualTo(new NotAWorkbook("pdf"));
    assertThat(faultOf("\r\n<html><table><tr><td>1</td></tr></table>", StandardCharsets.UTF_8))
        .isEqualTo(new NotAWorkbook("html"));
    assertThat(faultOf("<?xml version='1.0'?><html xmlns='h'/>", StandardCharsets.UTF_8))
        .isEqualTo(new NotAWorkbook("html"));
    assertThat(faultOf("指标,数值\n里程,1\n", Charset.forName("GB18030")))
        .isEqualTo(new NotAWorkbook("csv"));
    assertThat(faultOf("\uFEFF指标\t数值\n", StandardCharsets.UTF_16LE))
        .isEqualTo(new NotAWorkbook("csv"));
    assertThat(faultOf(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}))
        .isEqualTo(new NotAWorkbook("unknown"));
    assertThat(fault(HandMadeWorkbook.rows("").without("_rels/.rels")))
        .isEqualTo(new NotAWorkbook("zip"));
    assertThat(fault(HandMadeWorkbook.rows("").part("xl/workbook.xml", "<document xmlns='w'/>")))
        .isEqualTo(new NotAWorkbook("zip"));
  }

  @Test
  void otherXmlIsNotTakenForHtml() throws IOException {
    assertThat(
            faultOf("<?xml version='1.0'?><Workbook><Styles/></Workbook>", StandardCharsets.UTF_8))
        .isEqualTo(new NotAWorkbook("unknown"));
  }

  @Test
  void aPasswordIsToldFromTheLegacyFormat() throws Exception {
    Path encrypted = folder.resolve("encrypted.xlsx");
    try (POIFSFileSystem system = new POIFSFileSystem();
        XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("表");
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("口令");
      try (OutputStream out = encryptor.getDataStream(system)) {
        workbook.write(out);
      }
      try (OutputStream out = Files.newOutputStream(encrypted)) {
        system.writeFilesystem(out);
      }
    }
    Path legacy = folder.resolve("legacy.xlsx");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(legacy)) {
      workbook.createSheet("表");
      workbook.write(out);
    }
    assertThat(fault(encrypted, STANDARD)).isEqualTo(new PasswordProtected());
    assertThat(HandMadeWorkbook.rows(legacy, STANDARD)).isEmpty();
    assertThat(faultOf(new byte[] {9, 8, 16, 0, 0, 6, 16, 0})).isInstanceOf(NotAWorkbook.class);
    assertThat(faultOf(new byte[] {9, 4, 6, 0, 0, 0, 16, 0})).isEqualTo(new LegacyFormat());
    assertThat(faultOf(Arrays.copyOf(Files.readAllBytes(legacy), 600))).isInstanceOf(Damaged.class);
  }

  @Test
  void aBombOfBlanksIsStoppedByItsRatio() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    byte[] blanks = new byte[1 << 20];
    Arrays.fill(blanks, (byte) ' ');
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      for (int i = 0; i < 100; i++) {
        zip.write(blanks);
      }
    }
    assertThat(fault(file, STANDARD)).isEqualTo(new TooLarge("ratio", 200));
  }

  @Test
  void styledBlankRowsAreHonest() throws WorkbookRefused {
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= 200_000; row++) {
      rows.append("<row r='").append(row).append("' s='0' customFormat='1'/>");
    }
    assertThat(HandMadeWorkbook.rows(rows + "").read(folder)).isEmpty();
  }

  @Test
  void everyBoundHolds() {
    Path file =
        HandMadeWorkbook.rows(
                "<row><c t='str'><v>abcdef</v></c><c r='D1'><v>1</v></c></row><row"
                    + " r='9'><c><v>1</v></c></row>")
            .strings("<si/><si/><si/>")
            .save(folder);
    Duration time = Duration.ofMinutes(1);
    assertThat(fault(file, new WorkbookLimits(100, 9999, 9, 9, 9, 9, 9, 9, 99, time)))
        .isEqualTo(new TooLarge("bytes", 100));
    assertThat(fault(file, new WorkbookLimits(9999, 99, 9, 9, 9, 9, 9, 9, 99, time)))
        .isEqualTo(new TooLarge("inflated bytes", 99));
    assertThat(fault(file, new WorkbookLimits(9999, 9999, 9, 6, 9, 9, 9, 9, 99, time)))
        .isEqualTo(new TooLarge("entries", 6));
    assertThat(fault(file, new WorkbookLimits(9999, 9999, 9, 9, 8, 9, 9, 9, 99, time)))
        .isEqualTo(new TooLarge("rows", 8));
    assertThat(fault(file, new WorkbookLimits(9999, 9999, 9, 9, 9, 3, 9, 9, 99, time)))
        .isEqualTo(new TooLarge("columns", 3));
    assertThat(fault(file, new WorkbookLimits(9999, 9999, 9, 9, 9, 9, 5, 9, 99, time)))
        .isEqualTo(new TooLarge("cell length", 5));
    assertThat(fault(file, new WorkbookLimits(9999, 9999, 9, 9, 9, 9, 9, 2, 99, time)))
        .isEqualTo(new TooLarge("strings", 2));
    Path texts =
        HandMadeWorkbook.rows("").strings("<si><t>万里</t></si><si><t>a</t></si>").save(folder);
    assertThat(fault(texts, new WorkbookLimits(9999, 9999, 9, 9, 9, 9, 9, 9, 6, time)))
        .isEqualTo(new TooLarge("string bytes", 6));
    assertThat(fault(file, new WorkbookLimits(9999, 9999, 9, 9, 9, 9, 9, 9, 99, Duration.ZERO)))
        .isEqualTo(new TooLarge("time", 0));
  }

  @Test
  void blankCellsBeyondTheBoundsAreNoReasonToRefuse() throws WorkbookRefused {
    Path file =
        HandMadeWorkbook.rows(
                "<row><c><v>1</v></c><c r='XFD1' s='0'/></row><row r='1048576'><c s='0'/></row>")
            .save(folder);
    WorkbookLimits narrow =
        new WorkbookLimits(9999, 9999, 9, 9, 9, 3, 9, 9, 99, Duration.ofMinutes(1));
    assertThat(HandMadeWorkbook.rows(file, narrow)).hasSize(1);
  }

  @Test
  void nothingStandsOutsideASheet() {
    assertThat(fault("<row r='2000000000'><c><v>1</v></c></row>"))
        .isEqualTo(new TooLarge("rows", CellAddress.LAST_ROW));
    assertThat(fault("<row r='99999999999999999'/>"))
        .isEqualTo(new TooLarge("rows", CellAddress.LAST_ROW));
    assertThat(fault("<row><c r='ZZZZZ1'><v>1</v></c></row>"))
        .isEqualTo(new TooLarge("columns", CellAddress.LAST_COLUMN));
    assertThat(fault("<row><c r='ZZZZZZZZZZZZZZZZZZ1'/></row>"))
        .isEqualTo(new TooLarge("columns", CellAddress.LAST_COLUMN));
    assertThat(fault("<row><c r='XFD1'/><c/></row>")).isEqualTo(new TooLarge("columns", 256));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='2'/><row r='2'/>",
        "<row r='2'/><row r='1'/>",
        "<row r='0'/>",
        "<row r='-1'/>",
        "<row r='1'><c r='A2'/></row>",
        "<row><c r='A'/></row>",
        "<row><c r='1'/></row>",
        "<row><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>",
        "<row><c t='s'><v>0</v></c></row>",
        "<row><c t='s'><v>-1</v></c></row>",
        "<row><c t='s'><v>4294967296</v></c></row>",
        "<row><c t='q'><v>1</v></c></row>",
        "<row><c t='b'><v>2</v></c></row>",
        "<row><c s='9'><v>1</v></c></row>",
        "<row><c><v>1</v></row>",
        "<row><c><v>&nothing;</v></c></row>",
        "<row><c><v>&#0;</v></c></row>"
      })
  void whatContradictsItselfIsDamaged(String rows) {
    assertThat(fault(rows)).isEqualTo(new Damaged(SHEET));
  }

  @Test
  void aMissingPartIsDamage() {
    assertThat(fault(HandMadeWorkbook.rows("").without(SHEET))).isEqualTo(new Damaged(SHEET));
    assertThat(fault(HandMadeWorkbook.rows("").without("xl/styles.xml")))
        .isEqualTo(new Damaged("xl/styles.xml"));
    assertThat(fault(HandMadeWorkbook.sheet("<worksheet xmlns='m'><sheetData>")))
        .isEqualTo(new Damaged(SHEET));
    assertThat(fault(HandMadeWorkbook.rows("").part("xl/workbook.xml", "<workbook/>")))
        .isEqualTo(new Damaged("xl/workbook.xml"));
    assertThat(fault(HandMadeWorkbook.sheet("no xml"))).isEqualTo(new Damaged(SHEET));
    assertThat(fault(HandMadeWorkbook.sheet("<?xml version='1.0' encoding='GBK'?><worksheet/>")))
        .isEqualTo(new Damaged(SHEET));
    assertThat(
            fault(HandMadeWorkbook.sheet("").part(SHEET, new byte[] {'<', 'a', '>', (byte) 0xFF})))
        .isEqualTo(new Damaged(SHEET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"})
  void aDocumentTypeIsForbidden(String part) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    String xml =
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e SYSTEM '%s'>]><worksheet xmlns='m'><sheetData><row><c t='str'><v>&e;</v></c></row></sheetData></worksheet>"
            .formatted(secret.toUri());
    assertThat(fault(HandMadeWorkbook.rows("").part(part, xml)))
        .isEqualTo(new Forbidden("document type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside.xml", "xl/../../a", "/etc/a", "xl\\a.xml", "C:/a", "a\0b"})
  void noPartLeadsOutside(String name) {
    assertThat(fault(HandMadeWorkbook.rows("").part(name, "x")))
        .isEqualTo(new Forbidden("part outside"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Target='../../a.xml'", "Target='http://example.org/a.xml' TargetMode='External'"})
  void noRelationshipLeadsOutside(String target) {
    HandMadeWorkbook workbook =
        HandMadeWorkbook.rows("")
            .part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='r'><Relationship Id='rId1' Type='x/worksheet' "
                    + target
                    + "/></Relationships>");
    assertThat(fault(workbook)).isEqualTo(new Forbidden("part outside"));
  }

  @Test
  void noPartIsThereTwice() throws IOException {
    assertThat(fault(HandMadeWorkbook.rows("").part("XL/Workbook.xml", "<x/>")))
        .isEqualTo(new Forbidden("duplicate part"));
    Path file = HandMadeWorkbook.rows("").part("xl/stylez.xml", "<x/>").save(folder);
    String bytes =
        Files.readString(file, StandardCharsets.ISO_8859_1)
            .replace("xl/stylez.xml", "xl/styles.xml");
    assertThat(faultOf(bytes, StandardCharsets.ISO_8859_1))
        .isEqualTo(new Forbidden("duplicate part"));
  }

  @Test
  void aWrongChecksumIsFoundBeforeAnyRow() throws IOException {
    Path file = HandMadeWorkbook.rows("<row><c><v>1</v></c></row>").save(folder);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int directory = text.lastIndexOf("PK\1\2", text.lastIndexOf(SHEET));
    bytes[directory + 16] ^= 1;
    assertThat(faultOf(bytes)).isEqualTo(new Damaged(SHEET));
  }

  /// A large part is checked while it is read, a part nobody reads when asked for.
  @ParameterizedTest
  @ValueSource(strings = {SHEET, "xl/media/picture.bin"})
  void aWrongChecksumOfALargePartIsFoundAtItsEnd(String name) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= 60_000; row++) {
      rows.append("<row r='").append(row).append("'><c><v>").append(row).append("</v></c></row>");
    }
    Path file =
        HandMadeWorkbook.rows(rows + "").part("xl/media/picture.bin", rows + "").save(folder);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.lastIndexOf("PK\1\2", text.lastIndexOf(name)) + 16] ^= 1;
    Files.write(file, bytes);
    WorkbookRefused refused =
        catchThrowableOfType(
            WorkbookRefused.class,
            () -> {
              try (WorkbookReader reader = WorkbookReader.open(file, STANDARD)) {
                reader.sheets().getFirst().read(row -> true);
                assertThat(name).isNotEqualTo(SHEET);
                reader.verify();
              }
            });
    assertThat(refused.fault()).isEqualTo(new Damaged(name));
  }

  @Test
  void aFileCutShortIsDamaged() throws IOException {
    byte[] bytes =
        Files.readAllBytes(HandMadeWorkbook.rows("<row><c><v>1</v></c></row>").save(folder));
    for (int length = 4; length < bytes.length; length += 97) {
      assertThat(faultOf(Arrays.copyOf(bytes, length)))
          .as("cut at %d", length)
          .isEqualTo(new Damaged("zip"));
    }
  }

  @Test
  void neitherDepthNorNamesFillTheMemory() {
    String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      many.append("<a").append(i).append("/>");
    }
    String attributes = many.toString().replace("<a", "<a b").replace("/>", "=''/>");
    for (String inner : new String[] {deep, many.toString(), attributes}) {
      assertThat(fault(HandMadeWorkbook.sheet("<worksheet>" + inner + "</worksheet>")))
          .isEqualTo(new Damaged(SHEET));
    }
  }

  @Test
  void noTagCommentOrAttributeFillsTheMemory() {
    String filler = "x>".repeat(1 << 20);
    for (String xml :
        new String[] {
          "<worksheet a='" + filler + "'/>",
          "<worksheet><!--" + filler + "--></worksheet>",
          "<worksheet><?a " + filler + "?></worksheet>",
          "<worksheet><![CDATA[" + "<".repeat(2 << 20) + "]]></worksheet>"
        }) {
      assertThat(fault(HandMadeWorkbook.sheet(xml))).isInstanceOf(TooLarge.class);
    }
  }
}
