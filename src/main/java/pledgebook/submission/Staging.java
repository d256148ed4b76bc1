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

  /// Takes a row of the sheet taken last.
  ///
  /// @param cells plain form in the order of the form's columns; null: blank, or without a value
  /// @param raw as found where that is not the plain form; null where it is; null altogether when
  ///   it is everywhere
  void row(int rowNumber, List<@Nullable String> cells, @Nullable List<@Nullable String> raw);

  /// Takes a row of texts in UTF-8, the same otherwise; what is long is read so.
  ///
  /// @param raw as many elements as cells
  void texts(int rowNumber, byte[] @Nullable [] cells, byte[] @Nullable [] raw);

  /// All rows of the sheet are taken.
  void end();

  /// The sheet taken last is taken back with its rows, after its end.
  void withdraw();

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
          int rowNumber, List<@Nullable String> cells, @Nullable List<@Nullable String> raw) {}

      @Override
      public void texts(int rowNumber, byte[] @Nullable [] cells, byte[] @Nullable [] raw) {}

      @Override
      public void end() {}

      @Override
      public void withdraw() {}
    };
  }

  /// Kept as rows of the warehouse.
  static Staging into(Warehouse.Appenders appenders, String submission) {
    return new RowStaging(appenders, submission);
  }
}
