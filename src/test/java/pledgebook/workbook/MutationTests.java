package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Law: whatever is done to the bytes of a workbook, it is read or refused; nothing else happens.
class MutationTests {
  private static final WorkbookLimits SHORT =
      new WorkbookLimits(
          1 << 20, 1 << 20, 200, 100, 1000, 100, 1000, 100, 1 << 20, Duration.ofSeconds(20));
  private static final String ROWS =
      "<row r='1'><c r='A1' t='s' s='0'><v>0</v></c><c r='B1'"
          + " t='inlineStr'><is><t>文</t></is></c></row><row r='3'><c r='A3'"
          + " s='1'><v>45652.5</v></c><c r='B3'><f>A3</f><v>1.5</v></c><c r='C3'"
          + " t='b'><v>1</v></c></row>";

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private static HandMadeWorkbook small() {
    return HandMadeWorkbook.rows(ROWS).strings("<si><t>_x000D_铁</t></si>").formats(0, 14);
  }

  private enum Result {
    READ,
    REFUSED
  }

  private static Result result(Path file) {
    try {
      HandMadeWorkbook.rows(file, SHORT);
      return Result.READ;
    } catch (WorkbookRefused e) {
      assertThat(e.fault()).isNotNull();
      return Result.REFUSED;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aChangedArchiveIsReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole = Files.readAllBytes(small().save(folder));
    for (int i = 0; i < 15; i++) {
      byte[] bytes = whole.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      assertThat(result(Files.write(folder.resolve("changed.xlsx"), bytes)))
          .isIn(Result.READ, Result.REFUSED);
    }
  }

  /// The same behind a right checksum, where the XML reader sees it.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aChangedPartIsReadOrRefused(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 15; i++) {
      HandMadeWorkbook workbook = small();
      String[] names = workbook.names();
      String name = names[random.nextInt(names.length)];
      byte[] bytes = workbook.bytes(name).clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] =
            (byte) " <>'\"/&;=019AZx\0\u00FF".charAt(random.nextInt(17));
      }
      assertThat(result(workbook.part(name, bytes).save(folder))).isIn(Result.READ, Result.REFUSED);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aChangedLegacyFileIsReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream legacy = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      var row = workbook.createSheet("表").createRow(0);
      row.createCell(0).setCellValue("里程");
      row.createCell(1).setCellValue(667.6);
      row.createCell(2).setCellFormula("B1&\"公里\"");
      workbook.write(legacy);
    }
    for (int i = 0; i < 15; i++) {
      byte[] bytes = legacy.toByteArray();
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        bytes[8 + random.nextInt(random.nextBoolean() ? 504 : bytes.length - 8)] =
            (byte) random.nextInt();
      }
      assertThat(result(Files.write(folder.resolve("changed.xls"), bytes)))
          .isIn(Result.READ, Result.REFUSED);
    }
  }

  @Test
  void theUnchangedWorkbookIsRead() {
    assertThat(result(small().save(folder))).isEqualTo(Result.READ);
  }
}
