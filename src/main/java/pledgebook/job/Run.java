package pledgebook.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.observation.Judgement;
import pledgebook.observation.Observations;
import pledgebook.publication.Edition;
import pledgebook.publication.EditionBasis;
import pledgebook.publication.PublishedEdition;
import pledgebook.publication.Publisher;
import pledgebook.reconciliation.Breakdown;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.reconciliation.Reconciliation;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.Digest;
import pledgebook.registry.Round;
import pledgebook.registry.RoundRules;
import pledgebook.statement.StatementCompiler;
import pledgebook.statement.Statements;
import pledgebook.submission.Inbox;
import pledgebook.submission.KeptReadings;
import pledgebook.submission.ReceivedFile;
import pledgebook.submission.Submissions;
import pledgebook.warehouse.Warehouse;

/// The rooms in the order a value walks through them; each method is one sentence of the job. What
/// a sentence leaves for the next lies in the warehouse or here.
final class Run {
  private final YearEnd.Request request;
  private final Round round;
  private final BookletDesign booklet;
  private final @Nullable Digest digest;
  private final RoundRules rules;
  private final EditionBasis basis;
  private final Warehouse warehouse;
  private final Inbox.Contents received;
  private final KeptReadings kept;
  private @Nullable Judgement judgement;
  private @Nullable ReconciledRound reconciled;
  private @Nullable Breakdown breakdown;
  private @Nullable Statements statements;
  private @Nullable Edition edition;
  private @Nullable PublishedEdition published;

  /// @param digest null where the year has none
  Run(
      YearEnd.Request request,
      Round round,
      BookletDesign booklet,
      @Nullable Digest digest,
      RoundRules rules,
      EditionBasis basis,
      Inbox inbox,
      Warehouse warehouse) {
    this.request = request;
    this.round = round;
    this.booklet = booklet;
    this.digest = digest;
    this.rules = rules;
    this.basis = basis;
    this.warehouse = warehouse;
    this.received = inbox.contents();
    Path staging = request.output().resolve("staging").resolve(String.valueOf(request.year()));
    this.kept = new KeptReadings(staging, round, request.program());
  }

  /// Every received file, one partition each.
  List<ReceivedFile> files() {
    return received.files();
  }

  /// Reads a file, or loads what reading it gave before.
  ///
  /// @return whether it did not have to be read
  boolean readSubmission(ReceivedFile file) {
    return kept.read(file, warehouse);
  }

  void extractObservations() {
    Submissions.keepOnly(warehouse, received.files());
    // A run that looks back knows of fewer files.
    if (request.asOf() == null) {
      kept.keepOnly(received.files());
    }
    Submissions.note(warehouse, received);
    Submissions.settle(warehouse);
    Observations observations = new Observations(warehouse, rules);
    observations.extract();
    judgement = observations.judgement();
  }

  void reconcileTargets() {
    Reconciliation reconciliation = new Reconciliation(warehouse);
    reconciled = reconciliation.reconcile(round);
    breakdown = reconciliation.breakdown();
  }

  void compileStatements() {
    statements = StatementCompiler.compile(round, present(reconciled), digest, present(breakdown));
  }

  void publishEdition() {
    Edition ready =
        new Edition(
            round,
            booklet,
            basis.edition(warehouse),
            request.program(),
            present(judgement),
            present(reconciled),
            present(statements),
            request.asOf());
    published = new Publisher(warehouse, basis, request.input(), request.output()).publish(ready);
    edition = ready;
  }

  YearEnd.Result result(boolean resumed) {
    return new YearEnd.Result(present(edition), present(published), resumed);
  }

  private static <T> T present(@Nullable T value) {
    return Optional.ofNullable(value)
        .orElseThrow(() -> new IllegalStateException("a sentence of the job was left out"));
  }

  /// Where the warehouse of a year lies; one that looks back has its own.
  static Path warehouseFile(YearEnd.Request request) {
    String day = request.asOf() == null ? "" : "-as-of-" + request.asOf();
    return request.output().resolve("warehouse").resolve(request.year() + day + ".duckdb");
  }
}
