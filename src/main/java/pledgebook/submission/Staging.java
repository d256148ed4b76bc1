package pledgebook.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.warehouse.Warehouse;

/// Takes what is read from the sheets of a file.
interface Staging {
  /// Takes an entry of the cover: where it stands, or should stand.
  void cover(CoverEntry entry, String sheet, String cell);

  /// Takes a sheet, before its rows.
  ///
  /// @param columns letters of each column in the order of the form; null: not there
  void sheet(String sheet, String form, int headingRow, List<@Nullable String> columns);

  /// Takes a row.
  ///
  /// @param cells plain form in the order of the form's columns; null: blank, or without a value
  /// @param raw as found where that is not the plain form; null where it is; null altogether when
  ///   it is everywhere
  void row(
      String sheet,
      String form,
      int rowNumber,
      List<@Nullable String> cells,
      @Nullable List<@Nullable String> raw);

  /// Nothing is kept: the file is only examined.
  static Staging none() {
    return new Staging() {
      @Override
      public void cover(CoverEntry entry, String sheet, String cell) {}

      @Override
      public void sheet(
          String sheet, String form, int headingRow, List<@Nullable String> columns) {}

      @Override
      public void row(
          String sheet,
          String form,
          int rowNumber,
          List<@Nullable String> cells,
          @Nullable List<@Nullable String> raw) {}
    };
  }

  /// Kept as rows of the warehouse.
  static Staging into(Warehouse.Appenders appenders, String submission) {
    return new Staging() {
      @Override
      public void cover(CoverEntry entry, String sheet, String cell) {
        appenders.to(Submissions.STAGED_COVER).row(submission, entry.name(), sheet, cell);
      }

      @Override
      public void sheet(String sheet, String form, int headingRow, List<@Nullable String> columns) {
        appenders.to(Submissions.STAGED_SHEET).row(submission, sheet, form, headingRow, columns);
      }

      @Override
      public void row(
          String sheet,
          String form,
          int rowNumber,
          List<@Nullable String> cells,
          @Nullable List<@Nullable String> raw) {
        appenders.to(Submissions.STAGED_ROW).row(submission, sheet, form, rowNumber, cells, raw);
      }
    };
  }
}
