package pledgebook.submission;

import java.util.Locale;
import pledgebook.finding.Severity;
import pledgebook.vocabulary.Messages;

/// Everything reading a file can find fault with: a closed set. Rules on held values are SQL and
/// belong to the observation room.
public enum ReadingRule {
  /// The file is something else: rejected.
  NOT_A_WORKBOOK(Severity.ERROR),
  /// What an office program keeps beside a workbook that is open: rejected.
  LOCK_FILE(Severity.ERROR),
  /// Behind a password: rejected.
  PASSWORD_PROTECTED(Severity.ERROR),
  /// Several workbooks packed into one file: rejected.
  ARCHIVE_OF_WORKBOOKS(Severity.ERROR),
  /// A binary format older than Excel 97: rejected.
  LEGACY_FORMAT(Severity.ERROR),
  /// Cut short or altered on the way: rejected.
  DAMAGED(Severity.ERROR),
  /// Larger than an honest submission: rejected.
  TOO_LARGE(Severity.ERROR),
  /// Holds what a workbook never needs: rejected.
  FORBIDDEN(Severity.ERROR),
  /// Says neither whose it is nor for when: rejected.
  UNRECOGNISED(Severity.ERROR),
  /// Of another year: rejected.
  WRONG_ROUND(Severity.ERROR),
  /// Of another member than the folder it lies in: rejected.
  WRONG_MEMBER(Severity.ERROR),
  /// Of a member that takes no part in the round: rejected.
  UNKNOWN_MEMBER(Severity.ERROR),
  /// Made by another program's template, or a later one: rejected.
  WRONG_TEMPLATE(Severity.ERROR),
  /// The cover says one thing, the machine sheet another: rejected.
  CONTRADICTORY(Severity.ERROR),

  /// The binary .xls format of Excel 97–2003; it is read.
  BINARY_FORMAT(Severity.NOTE),
  /// Holds macros; they are not run.
  MACROS(Severity.NOTE),
  /// The machine sheet is gone; cover and sheets still tell whose it is.
  NO_MACHINE_SHEET(Severity.NOTE),
  /// Made from an older template.
  OTHER_DEFINITION(Severity.NOTE),
  /// Received after the deadline.
  LATE(Severity.NOTE),
  /// Lies in the folder without a line in received.csv.
  NOT_LISTED(Severity.NOTE),
  /// Neither listed nor dated: nobody knows whether it came in time.
  DAY_UNKNOWN(Severity.VERIFY),
  /// Received before, byte for byte.
  NO_CHANGE(Severity.NOTE),
  /// Received before and superseded since: the later one still counts.
  SUPERSEDED_AGAIN(Severity.VERIFY),
  /// Other bytes, but the same values as a submission received before.
  SAME_VALUES(Severity.NOTE),
  /// 版本号 is no whole number from 1.
  VERSION_UNCLEAR(Severity.VERIFY),
  /// 填报日期 is blank or no day.
  COVER_DATE_UNCLEAR(Severity.VERIFY),
  /// An entry of the cover is blank.
  COVER_BLANK(Severity.NOTE),
  /// Typed into the index of a return copy, where nothing is read.
  UNREAD_REPLY(Severity.NOTE),
  /// A comment on a cell; none is read.
  UNREAD_COMMENT(Severity.NOTE),

  /// A form has no sheet.
  MISSING_SHEET(Severity.ERROR),
  /// A second sheet of a form under another name, or one with the rows of another.
  DUPLICATE_SHEET(Severity.ERROR),
  /// A sheet named as the continuation of a form; its rows count with the form's.
  CONTINUED_SHEET(Severity.NOTE),
  /// A sheet of another name carries a form's headings.
  RENAMED_SHEET(Severity.NOTE),
  /// A form has no sheet, and headings do not tell which other sheet is meant.
  AMBIGUOUS_SHEET(Severity.ERROR),
  /// A sheet nobody asked for.
  EXTRA_SHEET(Severity.NOTE),
  /// A form's sheet is hidden; it is read.
  HIDDEN_SHEET(Severity.NOTE),
  /// A form's sheet holds no row.
  EMPTY_SHEET(Severity.NOTE),

  /// No row of headings among the first rows.
  MISSING_HEADING(Severity.ERROR),
  /// The headings stand in two rows, read together.
  JOINED_HEADINGS(Severity.NOTE),
  /// A heading names another unit than the column's.
  OTHER_UNIT(Severity.ERROR),
  /// A column every row needs is not there.
  MISSING_COLUMN(Severity.ERROR),
  /// A column that may be blank is not there.
  MISSING_OPTIONAL_COLUMN(Severity.NOTE),
  /// Two columns of the same heading.
  DUPLICATE_COLUMN(Severity.ERROR),
  /// A template of before, without the column 说明; told once.
  NO_EXPLANATION_COLUMN(Severity.NOTE),
  /// A column nobody asked for.
  EXTRA_COLUMN(Severity.NOTE),
  /// The headings once more among the rows.
  REPEATED_HEADING(Severity.NOTE),
  /// A row of totals, left out.
  SUMMARY_ROW(Severity.NOTE),
  /// A row that begins with 其中 and names a part: a detail, or counted twice?
  PART_ROW(Severity.ERROR),
  /// A remark under the table, left out.
  TABLE_NOTE(Severity.NOTE),
  /// A single cell far below the rows, left out.
  STRAY_CELL(Severity.NOTE),
  /// Rows people do not see; they are read.
  HIDDEN_ROWS(Severity.NOTE),
  /// Columns of the form people do not see; they are read.
  HIDDEN_COLUMNS(Severity.NOTE),
  /// Rows that hold something outside the form's columns only.
  STRAY_CELLS(Severity.NOTE),
  /// An error such as #N/A in a cell.
  ERROR_CELL(Severity.ERROR),
  /// A formula whose value the file does not hold.
  UNCALCULATED(Severity.ERROR),
  /// A number format shows another figure than the cell holds.
  SHOWN_OTHERWISE(Severity.VERIFY),
  /// Cells joined across rows or columns of a form, so that a value is missing.
  MERGED_CELLS(Severity.ERROR),
  /// Cells of the column 说明 joined across rows; the text is the first row's.
  MERGED_EXPLANATION(Severity.NOTE),
  /// Cells joined without taking a value away; they are read.
  MERGED_READ(Severity.NOTE),
  /// A code typed as a number so long that Excel did not keep its last digits.
  LOST_DIGITS(Severity.ERROR),

  /// A line of received.csv that cannot be understood.
  LIST_LINE(Severity.ERROR),
  /// A file received.csv lists is gone.
  LISTED_MISSING(Severity.ERROR),
  /// A file received.csv lists has other bytes now.
  LISTED_ALTERED(Severity.ERROR),
  /// The same bytes under another name.
  DUPLICATE_FILE(Severity.NOTE),
  /// A file in no member's folder.
  LOOSE_FILE(Severity.NOTE),
  /// A folder or link where files are expected.
  NOT_A_FILE(Severity.NOTE),
  /// A file whose name is in no character set this machine can read, as unpacking leaves them.
  UNREADABLE_NAME(Severity.ERROR);

  private static final Messages MESSAGES = Messages.of("submission");

  private final Severity severity;

  ReadingRule(Severity severity) {
    this.severity = severity;
  }

  /// Room and name, such as `submission.missing-sheet`.
  public String code() {
    return "submission." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// How much it weighs.
  public Severity severity() {
    return severity;
  }

  /// The sentence with named holes.
  public String message() {
    return MESSAGES.pattern(code());
  }
}
