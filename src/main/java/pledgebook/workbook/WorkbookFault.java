package pledgebook.workbook;

/// Why a file cannot be read as a workbook: a closed set.
public sealed interface WorkbookFault {
  /// Not a workbook at all.
  ///
  /// @param looksLike what its content says: pdf, html, csv, xml, zip, xlsb, ods, docx, pptx, lock,
  ///   empty, unknown
  record NotAWorkbook(String looksLike) implements WorkbookFault {}

  /// An .xlsx behind a password.
  record PasswordProtected() implements WorkbookFault {}

  /// An archive of workbooks where one workbook is expected.
  record ArchiveOfWorkbooks() implements WorkbookFault {}

  /// A binary format older than Excel 97, whatever the name says.
  record LegacyFormat() implements WorkbookFault {}

  /// Cut short or altered on the way: a part is missing, is no XML, or its checksum is wrong.
  ///
  /// @param part the part of the package
  record Damaged(String part) implements WorkbookFault {
    private static final int LONGEST = 120;

    /// The name may come from the file itself: it is kept short and free of control characters.
    public Damaged {
      String visible = part.replaceAll("\\p{Cntrl}", "\uFFFD");
      part = visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
    }
  }

  /// Larger than an honest submission can be.
  ///
  /// @param what of: bytes, inflated bytes, ratio, entries, rows, columns, cells, cell length,
  ///   strings, string bytes, time
  /// @param limit the bound that was hit
  record TooLarge(String what, long limit) implements WorkbookFault {}

  /// Holds what a workbook never needs: a document type, an external entity, a part outside.
  record Forbidden(String what) implements WorkbookFault {}
}
