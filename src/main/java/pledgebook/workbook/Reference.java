package pledgebook.workbook;

/// Reads addresses as files write them: `F12`.
final class Reference {
  private Reference() {}

  /// @throws WorkbookRefused when it is no address, or one outside every sheet
  static CellAddress parse(String written, XmlPart xml) throws WorkbookRefused {
    int column = 0;
    int at = 0;
    for (; at < written.length() && isLetter(written.charAt(at)); at++) {
      column = column * 26 + (written.charAt(at) & 0x1F);
      if (column > CellAddress.LAST_COLUMN) {
        throw new WorkbookRefused(new WorkbookFault.TooLarge("columns", CellAddress.LAST_COLUMN));
      }
    }
    int row = 0;
    int digits = at;
    for (; at < written.length() && written.charAt(at) >= '0' && written.charAt(at) <= '9'; at++) {
      row = row * 10 + (written.charAt(at) - '0');
      if (row > CellAddress.LAST_ROW) {
        throw new WorkbookRefused(new WorkbookFault.TooLarge("rows", CellAddress.LAST_ROW));
      }
    }
    if (column == 0 || row == 0 || digits == at || at < written.length()) {
      throw xml.damaged();
    }
    return new CellAddress(row, column);
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
