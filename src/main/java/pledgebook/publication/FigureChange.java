package pledgebook.publication;

import java.util.List;

/// A figure that two editions do not say alike, and why. Texts are empty where there is none.
///
/// @param indicator its code
/// @param earlier what the one edition says
/// @param later what the other says
public record FigureChange(
    String indicator, String name, String unit, Said earlier, Said later, List<Cause> causes) {
  public FigureChange {
    causes = List.copyOf(causes);
  }

  /// What an edition says of an indicator.
  ///
  /// @param actual its value
  /// @param target what was promised
  /// @param outcome the verdict
  public record Said(String actual, String target, String outcome) {
    static final Said NOTHING = new Said("", "", "");
  }

  /// Why a figure changed.
  ///
  /// @param entity the member whose cell it is; empty where it is none
  /// @param file of the cell as the later edition has it, else as the earlier; or the definition
  /// @param cell its address; of a definition the key; empty where it is about a whole file
  /// @param earlier the text found in it, the value of the key, the version of the program, or the
  ///   definition's hash
  public record Cause(
      Kind kind,
      String entity,
      String file,
      String sheet,
      String cell,
      String earlier,
      String later) {}

  /// The kinds of causes.
  public enum Kind {
    /// A cell says something else.
    CELL_CHANGED,
    /// A cell was not counted before.
    CELL_ADDED,
    /// A cell is not counted any more.
    CELL_REMOVED,
    /// A key of the definitions differs, or where no key tells, a file.
    DEFINITION,
    /// Another version of the program.
    PROGRAM;

    /// Tells whether it is about a cell.
    public boolean isOfCell() {
      return switch (this) {
        case CELL_CHANGED, CELL_ADDED, CELL_REMOVED -> true;
        case DEFINITION, PROGRAM -> false;
      };
    }
  }
}
