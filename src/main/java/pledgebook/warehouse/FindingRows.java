package pledgebook.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// Findings as rows of a table with the columns submission, code, severity, entity, file, sheet,
/// cell, found, expected, difference, unit, message, indicators.
public final class FindingRows {
  private FindingRows() {}

  /// Appends a finding.
  ///
  /// @param submission the file it was found in; null when it is about no one file
  /// @param further the values of columns the table has behind these
  public static void append(
      RowAppender rows, @Nullable String submission, Finding finding, @Nullable Object... further) {
    List<@Nullable Object> values = new ArrayList<>(values(submission, finding));
    values.addAll(Arrays.asList(further));
    rows.row(values.toArray(new @Nullable Object[0]));
  }

  private static List<@Nullable Object> values(@Nullable String submission, Finding finding) {
    EntityCode entity = finding.entity();
    Location location = finding.location();
    return Arrays.asList(
        submission,
        finding.code(),
        finding.severity().name(),
        entity == null ? null : entity.value(),
        location.file(),
        location.sheet(),
        location.cell(),
        finding.found(),
        finding.expected(),
        finding.difference(),
        finding.unit(),
        finding.message(),
        finding.indicators().stream().map(IndicatorCode::value).toList());
  }

  /// Reads a finding of a table that has the column places as well.
  public static Finding read(Fields fields) {
    return of(
        fields.text("code"),
        Severity.valueOf(fields.text("severity")),
        fields.text("message"),
        fields,
        fields.integer("places"));
  }

  /// A finding on one place, with the columns that rules return as well.
  static Finding of(String code, Severity severity, String message, Fields fields) {
    return of(code, severity, message, fields, 1);
  }

  private static Finding of(
      String code, Severity severity, String message, Fields fields, int places) {
    String entity = fields.optionalText("entity");
    List<IndicatorCode> indicators =
        fields.texts("indicators").stream().map(IndicatorCode::new).toList();
    return new Finding(
        code,
        severity,
        entity == null ? null : new EntityCode(entity),
        new Location(
            fields.optionalText("file"), fields.optionalText("sheet"), fields.optionalText("cell")),
        fields.optionalText("found"),
        fields.optionalText("expected"),
        fields.optionalText("difference"),
        fields.optionalText("unit"),
        message,
        indicators,
        places);
  }
}
