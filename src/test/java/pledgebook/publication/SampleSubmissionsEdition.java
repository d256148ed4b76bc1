package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pledgebook.observation.Judgement;
import pledgebook.observation.Observations;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.reconciliation.Reconciliation;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.BookletReader;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundTables;
import pledgebook.registry.TrimSize;
import pledgebook.statement.StatementCompiler;
import pledgebook.submission.Inbox;
import pledgebook.submission.SubmissionReader;
import pledgebook.submission.Submissions;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// The edition of the sample submissions, `input/2024` against `jobs/2024`, and what it would be
/// without one member: a draft.
final class SampleSubmissionsEdition {
  private static final Path JOBS = Path.of("jobs");

  private SampleSubmissionsEdition() {}

  /// What all members sent.
  static final Edition COMPLETE = read("");

  /// Without 安徽省.
  static final Edition DRAFT = read("340000");

  /// An edition in another design.
  static Edition in(Edition edition, TrimSize size, BookletDesign.CoverGround cover) {
    BookletDesign design = edition.booklet();
    return with(
        edition,
        new BookletDesign(
            size,
            cover,
            design.chart(),
            design.coverLine(),
            design.headings(),
            design.method(),
            design.demonstration(),
            design.projects(),
            design.words(),
            design.places()));
  }

  static Edition with(Edition edition, BookletDesign design) {
    return new Edition(
        edition.round(),
        design,
        edition.hash(),
        edition.program(),
        edition.judgement(),
        edition.reconciled(),
        edition.statements());
  }

  /// 完成情况.pdf as the edition's folder has it, with the data inside.
  static byte[] file(Path folder) throws IOException {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Edition edition = read("", warehouse);
      Path file = folder.resolve("booklet.pdf");
      new BookletFile(warehouse).write(edition, file);
      return Files.readAllBytes(file);
    }
  }

  private static Edition read(String missing) {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      return read(missing, warehouse);
    }
  }

  private static Edition read(String missing, Warehouse warehouse) {
    try {
      Round round = RoundReader.read(JOBS, 2024);
      RoundTables.write(warehouse, round, List.of());
      Submissions.declare(warehouse);
      new Inbox(Path.of("input"), round)
          .contents().files().stream()
              .filter(file -> missing.isEmpty() || !file.file().startsWith(missing))
              .forEach(file -> new SubmissionReader(round).read(file, warehouse));
      Submissions.settle(warehouse);
      Observations observations = new Observations(warehouse);
      observations.extract();
      Judgement judgement = observations.judgement();
      ReconciledRound reconciled = new Reconciliation(warehouse).reconcile(round);
      return new Edition(
          round,
          BookletReader.read(JOBS, round),
          Sha256.of("golden"),
          "0.1.0",
          judgement,
          reconciled,
          StatementCompiler.compile(round, reconciled));
    } catch (DefinitionRefused e) {
      throw new IllegalStateException(e.faults().toString(), e);
    }
  }
}
