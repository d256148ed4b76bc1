package pledgebook.registry;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.UnitOfMeasure;

/// An evidence sheet.
///
/// @param code unique within the round, lower-case ASCII
/// @param title the sheet's name
/// @param note what to enter, one sentence for 填报说明
/// @param columns the last of them is [#EXPLANATION], unless the form declares one of that heading
public record Form(String code, String title, String note, List<Column> columns) {
  /// Where a member explains what is to be verified on the row; every sheet has it (decision 0012).
  public static final Column EXPLANATION =
      new Column("explanation", "说明", ColumnType.TEXT, null, null, false, false, 24);

  public Form {
    columns =
        columns.stream().anyMatch(column -> column.heading().equals(EXPLANATION.heading()))
            ? List.copyOf(columns)
            : Stream.concat(columns.stream(), Stream.of(EXPLANATION)).toList();
  }

  /// The position of a column, counted from 1, as staged rows count.
  ///
  /// @throws IllegalArgumentException when the form has no such column
  public int position(String column) {
    return IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).code().equals(column))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no column " + column + " in " + code))
        + 1;
  }

  /// A column of an evidence sheet.
  ///
  /// @param code unique within the form, lower-case ASCII
  /// @param heading the heading people see, unique within the form
  /// @param unit of a number; null otherwise
  /// @param list the reference list the column is taken from; null when free
  /// @param required a row without it is a finding
  /// @param key part of what makes a row unique within the sheet
  /// @param width in characters of the template's column
  public record Column(
      String code,
      String heading,
      ColumnType type,
      @Nullable UnitOfMeasure unit,
      @Nullable String list,
      boolean required,
      boolean key,
      int width) {}

  /// What a cell of the column holds.
  public enum ColumnType {
    /// Any text.
    TEXT,
    /// An exact decimal, not negative.
    NUMBER,
    /// A day.
    DATE,
    /// An entry of the reference list, by code or by name.
    CODE,
    /// 是 or 否.
    FLAG
  }
}
