package pledgebook.publication;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Obstacle;
import pledgebook.vocabulary.Messages;

/// What can go wrong while an edition is written or sealed, said clearly.
final class PublicationFailures {
  static final Messages MESSAGES = Messages.of("publication");

  private static final int LISTED = 5;

  private PublicationFailures() {}

  /// The output folder cannot be made or written to.
  static Failure outputNotWritable(Path output, IOException cause) {
    return withReason("output-not-writable", ExitStatus.FAILED, cause, "folder", output);
  }

  /// The terminal's locale has no Chinese file names.
  static Failure fileNames(Exception cause) {
    return failure("file-names", ExitStatus.FAILED, cause);
  }

  /// An output could not be written; what stood there before still does.
  static Failure notWritten(String output, IOException cause) {
    return withReason("not-written", ExitStatus.FAILED, cause, "output", output);
  }

  /// What was built could not take the place of the previous edition.
  static Failure notReplaced(Path folder, IOException cause) {
    return withReason("not-replaced", ExitStatus.FAILED, cause, "folder", folder.getFileName());
  }

  /// A file the edition hash is taken over cannot be read.
  static Failure inputNotReadable(IOException cause) {
    String file =
        cause instanceof FileSystemException said && said.getFile() != null ? said.getFile() : "";
    return withReason("input-not-readable", ExitStatus.FAILED, cause, "file", file);
  }

  /// A received file is another than the one that was read.
  static Failure inputChanged(List<String> files) {
    return failure("input-changed", ExitStatus.FAILED, null, "files", listed(files));
  }

  /// The same edition, sealed, has other outputs.
  static Failure sealedDiffers(Path folder, List<String> files) {
    return inEdition(folder, "sealed-differs", ExitStatus.FINDINGS, "files", listed(files));
  }

  /// The seal of an edition, or its manifest, cannot be read. Where it is not what was written,
  /// somebody altered it; where the system keeps it from us, we failed.
  static Failure notReadable(Path folder, IOException cause) {
    boolean altered = cause instanceof UnexpectedContent || cause instanceof NoSuchFileException;
    return withReason(
        "edition-not-readable",
        altered ? ExitStatus.FINDINGS : ExitStatus.FAILED,
        cause,
        "folder",
        folder.getFileName());
  }

  /// There is no edition of the year.
  static Failure nothingToSeal(int year) {
    return ofYear("nothing-to-seal", year);
  }

  /// There is no edition of the year to set a file against.
  static Failure nothingToCompare(int year) {
    return ofYear("nothing-to-compare", year);
  }

  /// There is no edition of the year to explain a figure of.
  static Failure nothingToExplain(int year) {
    return ofYear("nothing-to-explain", year);
  }

  /// There is no edition at all.
  static Failure nothingToExplain() {
    return failure("no-edition-to-explain", ExitStatus.USAGE, null);
  }

  /// What an explanation is read from is not what the edition's manifest tells of.
  static Failure explanationAltered(Path folder, String file) {
    return inEdition(folder, "explanation-altered", ExitStatus.FINDINGS, "file", file);
  }

  /// Nothing in the edition is printed or called so.
  static Failure noSuchFigure(String asked, Path folder) {
    return inEdition(
        folder,
        "no-such-figure",
        ExitStatus.USAGE,
        "asked",
        asked.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " "));
  }

  /// A file somebody named cannot be read.
  static Failure fileNotReadable(Path file, IOException cause) {
    return withReason("file-not-readable", ExitStatus.USAGE, cause, "file", file);
  }

  /// The booklet of an edition is not what the edition's manifest tells of.
  static Failure bookletAltered(Path folder) {
    return inEdition(folder, "booklet-altered", ExitStatus.FINDINGS);
  }

  /// A draft is not signed.
  static Failure draftNotSignable(Path folder) {
    return inEdition(folder, "draft-not-signable", ExitStatus.FINDINGS);
  }

  /// There is no edition to take a proof from.
  static Failure nothingToProve(int year) {
    return ofYear("nothing-to-prove", year);
  }

  /// The edition does not rest on what is to be proved.
  static Failure notRestedOn(String what, Path folder) {
    return inEdition(folder, "not-rested-on", ExitStatus.USAGE, "what", what);
  }

  /// The leaves of an edition do not give its identity.
  static Failure leavesAltered(Path folder) {
    return inEdition(folder, "leaves-altered", ExitStatus.FINDINGS);
  }

  /// A proof is none.
  static Failure proofNotReadable(Path file, IOException cause) {
    return failure("proof-not-readable", ExitStatus.USAGE, cause, "file", file);
  }

  /// The data of an edition is not what its manifest tells of.
  static Failure editionAltered(Path folder, String file) {
    return inEdition(folder, "edition-altered", ExitStatus.FINDINGS, "file", file);
  }

  /// There is no sealed edition of the year.
  static Failure nothingSealed(int year) {
    return ofYear("nothing-sealed", year);
  }

  /// The archive of a sealed edition is not what was sealed.
  static Failure archiveAltered(Path folder, List<String> files) {
    return inEdition(folder, "archive-altered", ExitStatus.FINDINGS, "files", listed(files));
  }

  /// What an edition was made from is no longer there as it was.
  static Failure sourcesChanged(Path folder, List<String> files) {
    return inEdition(folder, "sources-changed", ExitStatus.FINDINGS, "files", listed(files));
  }

  /// No edition of the year is sealed that could open the next.
  static Failure nothingToOpen(int year) {
    return ofYear("nothing-to-open", year);
  }

  /// A file is no sealed closing.csv of the year.
  static Failure closingUnknown(Path file, int year) {
    return failure("closing-unknown", ExitStatus.USAGE, null, "file", file, "year", year);
  }

  /// Files of several editions were given.
  static Failure closingSeveral(List<Path> files) {
    return failure(
        "closing-several",
        ExitStatus.USAGE,
        null,
        "files",
        listed(files.stream().map(Path::toString).toList()));
  }

  /// Two files state other closing values for one and the same edition.
  static Failure closingContradicts(Path one, Path other) {
    return failure("closing-contradicts", ExitStatus.FINDINGS, null, "one", one, "other", other);
  }

  /// The year has opening values already.
  static Failure openingThere(Path file) {
    return failure("opening-there", ExitStatus.USAGE, null, "file", file);
  }

  /// Nobody is named who seals.
  static Failure sealNeedsName() {
    return failure("seal-needs-name", ExitStatus.USAGE, null);
  }

  /// Nobody is named who reviewed what a year opens with.
  static Failure reviewNeedsName() {
    return failure("review-needs-name", ExitStatus.USAGE, null);
  }

  /// A draft stays a draft.
  static Failure draftNotSealable(Path folder) {
    return inEdition(folder, "draft-not-sealable", ExitStatus.FINDINGS);
  }

  /// The log says that what lies there was sealed, and there is no seal.
  static Failure sealUnfinished(Path folder, int year) {
    return inEdition(folder, "seal-unfinished", ExitStatus.FINDINGS, "year", year);
  }

  /// Somebody changed an output by hand.
  static Failure outputsAltered(Path folder, List<String> files) {
    return inEdition(folder, "outputs-altered", ExitStatus.FINDINGS, "files", listed(files));
  }

  /// The year has no edition to do that with.
  private static Failure ofYear(String name, int year) {
    return failure(name, ExitStatus.USAGE, null, "year", year);
  }

  /// Something is wrong with the edition in a folder.
  private static Failure inEdition(Path folder, String name, ExitStatus status, Object... holes) {
    Stream<Object> named = Stream.of("folder", folder.getFileName());
    return failure(name, status, null, Stream.concat(named, Stream.of(holes)).toArray());
  }

  /// What the system refused, and what it said.
  private static Failure withReason(
      String name, ExitStatus status, IOException cause, String hole, Object value) {
    return failure(name, status, cause, hole, value, "reason", reason(cause));
  }

  private static Failure failure(
      String name, ExitStatus status, @Nullable Exception cause, Object... holes) {
    String code = "publication." + name;
    String message = MESSAGES.text(code, holes);
    return cause == null
        ? new Failure(code, status, message)
        : new Failure(code, status, message, cause);
  }

  /// The first few, and how many there are.
  private static String listed(List<String> files) {
    String first = String.join("、", files.subList(0, Math.min(LISTED, files.size())));
    return files.size() <= LISTED
        ? first
        : MESSAGES.text("list.more", "first", first, "count", files.size());
  }

  /// What it was, without the path the message has anyway.
  private static String reason(IOException cause) {
    return cause instanceof UnexpectedContent
        ? MESSAGES.text("reason.content")
        : Obstacle.of(cause).label();
  }
}
