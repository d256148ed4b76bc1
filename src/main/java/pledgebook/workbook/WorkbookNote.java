package pledgebook.workbook;

/// What a reader has to say of a file it read all the same.
public enum WorkbookNote {
  /// Programs lie in it; they were neither looked at nor run.
  MACROS,
  /// The binary format of Excel 97–2003 (.xls, .et), whatever its name says.
  LEGACY_FORMAT
}
