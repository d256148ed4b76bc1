package pledgebook.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// Gives a member's own workbook back with remarks: cells coloured, comments beside them, an index
/// as the first sheet. Everything else stays as received: values, formulas, styles, widths, input
/// rules. Remarks of an earlier return, and its index, are taken away first.
public final class WorkbookAnnotator {
  private WorkbookAnnotator() {}

  /// How much a remark weighs; each has a colour of its own.
  public enum Mark {
    /// Red.
    BAD(0xF4ABA8, 0xFF8080, 0xFF0000),
    /// Orange; among the colours of binary workbooks yellow.
    WARNING(0xFFCF7A, 0xFFCC00, 0xFFFF00),
    /// Blue; among the colours of binary workbooks perhaps cyan.
    NOTED(0xBFDBF3, 0x99CCFF, 0x00FFFF);

    private final int colour;
    private final int standard;
    private final int fixed;

    Mark(int colour, int standard, int fixed) {
      this.colour = colour;
      this.standard = standard;
      this.fixed = fixed;
    }

    /// Red, green, blue.
    int colour() {
      return colour;
    }

    /// The colour for it among the standard ones of binary workbooks.
    int standard() {
      return standard;
    }

    /// The colour for it among those every binary workbook has.
    int fixed() {
      return fixed;
    }
  }

  /// A remark on a cell. Of several on one cell the first gives the colour if it weighs as much as
  /// any, else the heaviest; the comment carries all, in their order.
  ///
  /// @param sheet the name on its tab; a remark on a sheet that is not there is left to the index
  /// @param remark plain text, whatever it begins with
  public record Annotation(String sheet, CellAddress cell, Mark mark, String remark) {}

  /// The index of the remarks.
  ///
  /// @param beside the first sheet of the copy; an earlier index ([IndexMark]) that came with the
  ///   original is replaced, and a member's own sheet of this name makes ours take another
  /// @param alone what is written where the original cannot be copied; it leads nowhere
  /// @param title of the document, where it stands alone
  /// @param date written into the file's properties where it has none; there is no clock
  public record IndexSheet(SheetContent beside, SheetContent alone, String title, LocalDate date) {}

  /// What became of the original.
  public enum Copy {
    /// The whole workbook, annotated.
    WHOLE,
    /// The index alone: the original is too large, or no workbook that can be written again.
    INDEX_ONLY
  }

  /// What was written.
  public record Written(Path file, Copy copy) {}

  /// Writes the annotated copy. The same original and remarks give the same bytes; macros are left
  /// out.
  ///
  /// @param target the copy without its extension, which follows what it is: `.xls` for the whole
  ///   of a binary workbook, else `.xlsx`
  /// @throws UncheckedIOException when the copy cannot be written
  public static Written annotate(
      Path original, List<Annotation> annotations, IndexSheet index, Path target) {
    Path open = target.resolveSibling(target.getFileName() + ".xlsx");
    Path binary = target.resolveSibling(target.getFileName() + ".xls");
    Optional<AnnotatedBytes> copy = copy(original, annotations, index);
    try {
      if (copy.isPresent() && copy.get().binary) {
        return new Written(Files.write(binary, copy.get().bytes), Copy.WHOLE);
      }
      if (copy.isPresent()) {
        FixedArchive.write(copy.get().bytes, open);
        return new Written(open, Copy.WHOLE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WorkbookWriter.write(
        new WorkbookContent(index.title(), index.date(), List.of(index.alone())), open);
    return new Written(open, Copy.INDEX_ONLY);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record AnnotatedBytes(byte[] bytes, boolean binary) {}

  /// The libraries that read a workbook whole have refusals of their own, some of them unchecked;
  /// each means that this original cannot be given back as it came.
  private static Optional<AnnotatedBytes> copy(
      Path original, List<Annotation> annotations, IndexSheet index) {
    try {
      if (!CopyBounds.hold(original)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(original);
      boolean binary = !FileKind.isArchive(original, CopyBounds.LIMITS);
      byte[] annotated =
          binary
              ? BinaryCopy.of(bytes, annotations, index)
              : OpenCopy.of(bytes, annotations, index);
      return Optional.of(new AnnotatedBytes(annotated, binary));
    } catch (IOException
        | WorkbookRefused
        | InvalidFormatException
        | RuntimeException
        | StackOverflowError e) {
      System.getLogger(WorkbookAnnotator.class.getName())
          .log(System.Logger.Level.DEBUG, "not copied", e);
      return Optional.empty();
    }
  }
}
