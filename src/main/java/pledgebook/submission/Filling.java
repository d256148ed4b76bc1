package pledgebook.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.workbook.WorkbookContent.CellValue;

/// What is entered into a template.
///
/// @param cover who answers for it
/// @param indicators by indicator, what stands in the columns of 指标: `flow`, `removed`, `closing`,
///   `account`, `remark`
/// @param evidence by code of the form, its rows from top to bottom; a row names its columns by
///   code. A form without rows keeps those the template comes with
public record Filling(
    Cover cover,
    Map<IndicatorCode, Map<String, CellValue>> indicators,
    Map<String, List<Map<String, CellValue>>> evidence) {

  public Filling {
    indicators = Map.copyOf(indicators);
    evidence = Map.copyOf(evidence);
  }

  /// Nothing: the template as it is sent out.
  public static Filling none() {
    return new Filling(new Cover(1, "", "", "", "", null), Map.of(), Map.of());
  }

  /// The cover's entries; empty text leaves an entry blank.
  ///
  /// @param version from 1
  /// @param head of the unit
  /// @param date 填报日期; null leaves it blank
  public record Cover(
      int version,
      String preparer,
      String phone,
      String reviewer,
      String head,
      @Nullable LocalDate date) {}
}
