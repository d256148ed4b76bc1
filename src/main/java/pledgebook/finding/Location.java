package pledgebook.finding;

import org.jspecify.annotations.Nullable;

/// Where something stands: as exactly as it is known.
///
/// @param file the file's name as received, below its folder
/// @param sheet the sheet's name
/// @param cell the cell's address, such as `F12`; for a definition file its line
public record Location(@Nullable String file, @Nullable String sheet, @Nullable String cell) {
  /// A whole file.
  public static Location ofFile(String file) {
    return new Location(file, null, null);
  }

  /// A whole sheet.
  public static Location ofSheet(String file, String sheet) {
    return new Location(file, sheet, null);
  }

  /// A finding about no file at all, such as a member that sent nothing.
  public static Location nowhere() {
    return new Location(null, null, null);
  }
}
