package pledgebook.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.Sha256;

/// Puts files into the inbox, under names of our own making, never over another and safe on disk.
final class StoredFiles {
  private final InboxFolder folder;

  StoredFiles(InboxFolder folder) {
    this.folder = folder;
  }

  /// Copies a file beside and sees it safe on disk: what is examined is what is stored.
  static void copy(Path file, Path incoming) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        FileChannel channel =
            FileChannel.open(
                incoming,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                LinkOption.NOFOLLOW_LINKS);
        OutputStream out = Channels.newOutputStream(channel)) {
      in.transferTo(out);
      channel.force(true);
    }
  }

  boolean isTaken(String file) {
    return Files.exists(folder.path().resolve(file), LinkOption.NOFOLLOW_LINKS);
  }

  /// A name made of what we know, never of the name the file came with.
  String newPlace(Intake intake, Sha256 sha256) {
    return switch (intake) {
      case Intake.Received(Submission submission, List<Finding> findings) -> {
        String extension = extension(findings);
        String name =
            submission.entity()
                + "/"
                + folder.round().year()
                + "-"
                + submission.entity()
                + "-v"
                + submission.version();
        // The same version with other bytes: both are kept.
        yield isTaken(name + extension)
            ? name + "-" + sha256.abbreviated() + extension
            : name + extension;
      }
      case Intake.Rejected(String file, Sha256 hash, Finding reason) ->
          Inbox.REJECTED + "/" + sha256.abbreviated() + extension(reason);
    };
  }

  /// By what the file is, so that a program opens what it expects.
  static String extension(List<Finding> findings) {
    List<String> codes = findings.stream().map(Finding::code).toList();
    if (codes.contains(ReadingRule.BINARY_FORMAT.code())) {
      return ".xls";
    }
    return codes.contains(ReadingRule.MACROS.code()) ? ".xlsm" : ".xlsx";
  }

  private static String extension(Finding reason) {
    if (reason.code().equals(ReadingRule.NOT_A_WORKBOOK.code())) {
      return Stream.of("pdf", "html", "csv", "zip")
          .filter(kind -> Examination.looksLike(kind).equals(reason.found()))
          .map(kind -> "." + kind)
          .findFirst()
          .orElse(".bin");
    }
    if (reason.code().equals(ReadingRule.LOCK_FILE.code())) {
      return ".bin";
    }
    if (reason.code().equals(ReadingRule.ARCHIVE_OF_WORKBOOKS.code())) {
      return ".zip";
    }
    return reason.code().equals(ReadingRule.LEGACY_FORMAT.code()) ? ".xls" : ".xlsx";
  }

  /// Gives the copy its place. A hard link never replaces a file, whoever else put one there.
  void store(Path incoming, String file) throws IOException {
    Path place = folder.path().resolve(file);
    Path parent = place.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(place.toString());
    }
    Files.createDirectories(parent);
    try {
      Files.createLink(place, incoming);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(incoming, place);
    }
    syncFolder(parent);
  }

  private static void syncFolder(Path folder) throws IOException {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      // Windows opens no folder as a file; its file systems log the new name themselves.
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
