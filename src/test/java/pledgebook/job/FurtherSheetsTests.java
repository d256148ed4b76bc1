package pledgebook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.Workbooks;
import pledgebook.finding.Finding;
import pledgebook.registry.DefinitionRefused;

/// A member's workbook of the sample whose rows go on in further sheets is judged as the sample.
class FurtherSheetsTests {
  private static final Path CLEAN = Path.of("input/2024/320000/2024-320000-v1.xlsx");

  @TempDir private Path folder;

  private List<Finding> judged(Consumer<XSSFWorkbook> edit) throws DefinitionRefused {
    Path file = Workbooks.changed(CLEAN, folder.resolve("2024-320000-v1.xlsx"), edit);
    return FileCheck.of(Path.of("jobs"), 2024).check(file).judgement().findings();
  }

  /// The rows from one on go to a further sheet.
  private static void divide(XSSFWorkbook workbook, String title, int firstRow, String further) {
    XSSFSheet sheet = workbook.getSheet(title);
    XSSFSheet copy = workbook.cloneSheet(workbook.getSheetIndex(sheet), further);
    for (int row = sheet.getLastRowNum(); row >= 3; row--) {
      Row gone = (row >= firstRow - 1 ? sheet : copy).getRow(row);
      if (gone != null) {
        gone.getSheet().removeRow(gone);
      }
    }
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(f -> f.code() + " " + f.location().sheet()).sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"食品安全", "充电桩", "铁路区段", "里程碑", "和美乡村"})
  void rowsOverTwoSheetsAddUpToTheSame(String title) throws DefinitionRefused {
    List<Finding> whole = judged(workbook -> {});
    List<Finding> divided = judged(workbook -> divide(workbook, title, 5, title + "（2）"));
    assertThat(divided)
        .filteredOn(finding -> finding.code().endsWith(".continued-sheet"))
        .hasSize(1);
    assertThat(codes(divided))
        .filteredOn(code -> !code.contains(".continued-sheet"))
        .isEqualTo(codes(whole));
  }
}
