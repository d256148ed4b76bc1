package pledgebook.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// A relation that is handed on for reuse: the one description of its columns that the CSV, its
/// schema and the warehouse are held against.
///
/// @param key the columns that make a row unique; empty when none do
/// @param order the columns its rows are written by; empty where the relation has an order
record DataTable(
    Relation relation, List<DataColumn> columns, List<String> key, List<String> order) {

  /// What an edition hands on.
  static final List<DataTable> ALL =
      List.of(
          table(
              WarehouseRows.RECONCILED_INDICATOR,
              "indicator",
              "position:integer project:integer indicator name kind unit comparator firmness"
                  + " target:number from_value:number actual:number numerator:number"
                  + " denominator:number outcome variance:number attainment:number margin:number"
                  + " reporters_required:integer reporters_present:integer missing:array"),
          table(
              WarehouseRows.MEMBER_VALUE,
              "indicator entity",
              "indicator entity state value:number submission file sheet cell raw"),
          table(
              WarehouseRows.LINEAGE,
              "",
              "indicator entity submission file sheet row_number:integer cell raw value:number"
                  + " side key counted",
              "indicator entity submission sheet row_number cell side"),
          table(
              WarehouseRows.FRAGILITY,
              "",
              "indicator level entity submission file sheet cell outcome numerator:number"
                  + " denominator:number outcome_without"),
          table(
              new Relation("publication", "finding"),
              "",
              "submission code severity entity file sheet cell found expected difference unit"
                  + " message indicators:array resolution resolution_text resolution_cell"
                  + " resolution_by resolution_on"),
          table(
              DifferenceNotes.DIFFERENCE_NOTE,
              "position",
              "position:integer indicator name unit entity sent_value:number sent_source"
                  + " other_value:number other_source cause status agreed_value:number"
                  + " first_signatory first_signed_on second_signatory second_signed_on"
                  + " value_in_force:number"),
          table(
              WarehouseRows.CHANGED_CELL,
              "",
              "entity superseded superseded_file in_force in_force_file sheet key heading change"
                  + " old_cell new_cell old_value new_value"),
          table(
              new Relation("publication", "closing_value"),
              "indicator entity",
              "indicator entity unit value:number"),
          table(
              WarehouseRows.OVERLAP,
              "",
              "indicator counted thing entity file sheet cell value:number other_entity other_file"
                  + " other_sheet other_cell other_value:number whole:number"),
          table(
              WarehouseRows.COMMITMENT_CHANGE,
              "position",
              "position:integer change project_before:integer title_before project:integer title"
                  + " indicator_before name_before target_before unit_before indicator name target"
                  + " unit detail"),
          table(WarehouseRows.DEFINITION_VALUE, "position", "position:integer file key value"));

  /// A column: `string` where nothing else is said.
  record DataColumn(String name, Type type) {
    /// The value as CSV has it; null is an empty field.
    @Nullable String text(Fields row) {
      return switch (type) {
        case STRING, INTEGER -> row.optionalText(name);
        case NUMBER -> plain(row.optionalDecimal(name));
        case ARRAY ->
            row.texts(name).stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "[", "]"));
      };
    }
  }

  /// The types of Table Schema that are used.
  enum Type {
    STRING,
    INTEGER,
    /// An exact decimal, without exponent or trailing zeros.
    NUMBER,
    /// A JSON array of texts.
    ARRAY;

    /// As Table Schema writes it.
    String label() {
      return switch (this) {
        case STRING -> "string";
        case INTEGER -> "integer";
        case NUMBER -> "number";
        case ARRAY -> "array";
      };
    }
  }

  private static DataTable table(Relation relation, String key, String columns) {
    return table(relation, key, columns, "");
  }

  private static DataTable table(Relation relation, String key, String columns, String order) {
    return new DataTable(
        relation,
        words(columns).stream().map(DataTable::column).toList(),
        words(key),
        words(order));
  }

  private static DataColumn column(String declared) {
    int colon = declared.indexOf(':');
    if (colon < 0) {
      return new DataColumn(declared, Type.STRING);
    }
    String type = declared.substring(colon + 1);
    return new DataColumn(
        declared.substring(0, colon),
        Arrays.stream(Type.values()).filter(t -> t.label().equals(type)).findFirst().orElseThrow());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  String name() {
    return relation.name();
  }

  List<String> header() {
    return columns.stream().map(DataColumn::name).toList();
  }

  /// Writes the heading and every row.
  void write(Warehouse warehouse, Csv csv) {
    csv.row(header());
    warehouse.each(relation, order, row -> csv.row(row(row)));
  }

  /// A row as CSV has it.
  private List<@Nullable String> row(Fields fields) {
    List<@Nullable String> row = new ArrayList<>();
    columns.forEach(column -> row.add(column.text(fields)));
    return row;
  }

  /// A decimal as people write it.
  static @Nullable String plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
