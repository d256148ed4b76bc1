package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.publication.WarehouseRows.IntakeRow;
import pledgebook.registry.Round;
import pledgebook.submission.Inbox;
import pledgebook.submission.Intake;
import pledgebook.submission.ReceivedFile;
import pledgebook.submission.SubmissionReader;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;
import pledgebook.workbook.IndexMark;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookAnnotator;
import pledgebook.workbook.WorkbookAnnotator.IndexSheet;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;
import pledgebook.workbook.WorkbookRefused;
import pledgebook.workbook.WorkbookWriter;

/// The folder 核查意见: each member's own workbook given back with the cells marked, commented and
/// indexed; for a file that was refused, a sheet that says why.
final class ReturnCopies implements OutputWriter {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final WarehouseRows rows;
  private final Path input;
  private final @Nullable LocalDate asOf;

  /// @param asOf the day up to whose end files count; null where all do
  ReturnCopies(Warehouse warehouse, Path input, @Nullable LocalDate asOf) {
    this.rows = new WarehouseRows(warehouse);
    this.input = input;
    this.asOf = asOf;
  }

  @Override
  public String name() {
    return "核查意见";
  }

  @Override
  public void write(Edition edition, Path target) throws IOException {
    Files.createDirectory(target);
    List<IntakeRow> intake = rows.intake();
    for (IntakeRow file : intake) {
      EntityCode entity = file.entity();
      if (file.inForce() && entity != null) {
        copy(edition, file, entity, target);
      }
    }
    for (ReceivedFile file : refused(edition.round(), intake)) {
      if (new SubmissionReader(edition.round()).examine(file) instanceof Intake.Rejected rejected) {
        report(edition, file, rejected.reason(), target);
      }
    }
  }

  private void copy(Edition edition, IntakeRow file, EntityCode entity, Path target) {
    Path original = folder(edition.round()).resolve(file.file());
    String name = FindingsFile.name(edition.round(), entity);
    List<Finding> findings =
        edition.openFindings().stream().filter(f -> entity.equals(f.entity())).toList();
    ReviewSheet review =
        new ReviewSheet(
            edition,
            name,
            file.file(),
            findings,
            edition.resolvedFindings().stream()
                .filter(resolved -> !resolved.isOpen())
                .filter(resolved -> entity.equals(resolved.finding().entity()))
                .toList());
    String title = MESSAGES.text("review.title", "year", edition.round().year(), "entity", name);
    String about =
        MESSAGES.text(
            "review.file",
            "file",
            file.file(),
            "version",
            String.valueOf(file.version()),
            "received_at",
            String.valueOf(file.receivedAt()),
            "hash",
            new Sha256(file.submission()).abbreviated());
    WorkbookAnnotator.annotate(
        original,
        review.annotations(),
        new IndexSheet(
            review.index(title, about, MESSAGES.text("review.note"), visible(original)),
            review.index(title, about, MESSAGES.text("review.note.alone"), Set.of()),
            title,
            edition.round().dataDate()),
        target.resolve(safe(MESSAGES.text("review.copy", "code", entity.value(), "entity", name))));
  }

  /// Sheets a link can lead to.
  private static Set<String> visible(Path original) {
    Set<String> names = new LinkedHashSet<>();
    try (WorkbookReader workbook = WorkbookReader.open(original, WorkbookLimits.standard())) {
      for (Sheet sheet : workbook.sheets()) {
        if (!sheet.hidden() && !IndexMark.isOn(sheet)) {
          names.add(sheet.name());
        }
      }
    } catch (WorkbookRefused e) {
      // then there is no copy either, and nothing to lead to
      names.clear();
    }
    return names;
  }

  /// What was refused at the door, and what lay in a member's folder and was refused when read.
  private List<ReceivedFile> refused(Round round, List<IntakeRow> intake) {
    List<ReceivedFile> files = new ArrayList<>(new Inbox(input, round, asOf).rejected());
    for (IntakeRow file : intake) {
      if (file.rejected()) {
        files.add(
            new ReceivedFile(
                folder(round).resolve(file.file()),
                file.file(),
                new Sha256(file.submission()),
                file.receivedAt(),
                null));
      }
    }
    return files;
  }

  private static void report(Edition edition, ReceivedFile file, Finding reason, Path target) {
    String name =
        Optional.ofNullable(reason.entity())
            .map(entity -> FindingsFile.name(edition.round(), entity))
            .orElseGet(() -> MESSAGES.text("review.unknown"));
    ReviewSheet review = new ReviewSheet(edition, name, file.file(), List.of(reason), List.of());
    String title =
        MESSAGES.text("review.returned.title", "year", edition.round().year(), "entity", name);
    String about =
        MESSAGES.text(
            "review.returned.file",
            "file",
            file.file(),
            "received_at",
            Optional.ofNullable(file.receivedAt())
                .orElseGet(() -> MESSAGES.text("review.unlisted")),
            "hash",
            file.sha256().abbreviated());
    WorkbookWriter.write(
        new WorkbookContent(
            title,
            edition.round().dataDate(),
            List.of(review.index(title, about, MESSAGES.text("review.returned.note"), Set.of()))),
        target.resolve(MESSAGES.text("review.returned", "hash", file.sha256().abbreviated())));
  }

  private Path folder(Round round) {
    return input.resolve(String.valueOf(round.year()));
  }

  /// A member's name is text of a definition; a path is made of it only without what leads away.
  private static String safe(String name) {
    return name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_");
  }
}
