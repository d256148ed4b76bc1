package pledgebook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.observation.Judgement;
import pledgebook.observation.Observations;
import pledgebook.observation.Resolved;
import pledgebook.publication.CheckedFile;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundRules;
import pledgebook.registry.RoundTables;
import pledgebook.registry.Waiver;
import pledgebook.registry.Waivers;
import pledgebook.submission.Intake;
import pledgebook.submission.ReadingRule;
import pledgebook.submission.ReceivedFile;
import pledgebook.submission.SubmissionReader;
import pledgebook.submission.Submissions;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// Judges one file as a run would, before it is sent: in a warehouse of its own that is gone
/// afterwards. Nothing is stored, and nothing of other members is known.
public final class FileCheck {
  private static final Messages MESSAGES = Messages.of("job");

  private final Round round;
  private final List<Waiver> waivers;
  private final RoundRules rules;
  private final CompletableFuture<Warehouse> first;
  private final AtomicBoolean taken = new AtomicBoolean();

  private FileCheck(
      Round round, List<Waiver> waivers, RoundRules rules, CompletableFuture<Warehouse> first) {
    this.round = round;
    this.waivers = List.copyOf(waivers);
    this.rules = rules;
    this.first = first;
  }

  /// Judges by the definitions of a year.
  ///
  /// @param jobs the folder of definitions
  /// @throws DefinitionRefused when the round cannot be meant
  public static FileCheck of(Path jobs, int year) throws DefinitionRefused {
    // Somebody waits for the answer: the database opens while the definitions are read. A thread of
    // our own sees the classes of the jar; those of the common pool do not.
    CompletableFuture<Warehouse> first =
        CompletableFuture.supplyAsync(
            Warehouse::inMemory, task -> Thread.ofPlatform().daemon().start(task));
    try {
      Round round = RoundReader.read(jobs, year);
      return new FileCheck(round, Waivers.read(jobs, round), RoundRules.read(jobs, year), first);
    } catch (DefinitionRefused | RuntimeException e) {
      release(first);
      throw e;
    }
  }

  private static void release(CompletableFuture<Warehouse> opening) {
    try {
      opening.join().close();
    } catch (CompletionException unopened) {
      // Then there is nothing to close, and the definitions' faults are what is told.
      return;
    }
  }

  /// The round files are judged by.
  public Round round() {
    return round;
  }

  /// Judges a file.
  ///
  /// @throws Failure `job.file-not-readable` when there is no such file or the machine does not let
  ///   us read it
  public CheckedFile check(Path file) {
    String name = String.valueOf(file.getFileName());
    ReceivedFile sent = new ReceivedFile(file, name, sha256(file), null, null);
    try (Warehouse warehouse = warehouse()) {
      RoundTables.write(warehouse, round, waivers);
      Submissions.declare(warehouse);
      return switch (new SubmissionReader(round).read(sent, warehouse)) {
        case Intake.Rejected rejected ->
            new CheckedFile(
                name,
                rejected.reason().entity(),
                new Judgement(List.of(Resolved.open(rejected.reason())), List.of()));
        case Intake.Received received -> {
          EntityCode entity = received.submission().entity();
          yield new CheckedFile(name, entity, judgement(warehouse, entity));
        }
      };
    }
  }

  /// A warehouse of its own for each file.
  private Warehouse warehouse() {
    if (!taken.compareAndSet(false, true)) {
      return Warehouse.inMemory();
    }
    try {
      return first.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Failure failure ? failure : e;
    }
  }

  private Judgement judgement(Warehouse warehouse, EntityCode entity) {
    Submissions.settle(warehouse);
    Observations observations = new Observations(warehouse, rules);
    observations.extract();
    Judgement judgement = observations.judgementOf(entity);
    return new Judgement(
        judgement.resolved().stream().filter(FileCheck::holdsBeforeSending).toList(),
        judgement.skipped());
  }

  /// A file that was not sent yet cannot be listed as received.
  private static boolean holdsBeforeSending(Resolved resolved) {
    String code = resolved.finding().code();
    return !code.equals(ReadingRule.NOT_LISTED.code())
        && !code.equals(ReadingRule.DAY_UNKNOWN.code());
  }

  private static Sha256 sha256(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw notReadable(file, ExitStatus.USAGE, new IOException("no file"));
    }
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw notReadable(file, ExitStatus.FAILED, e);
    }
  }

  private static Failure notReadable(Path file, ExitStatus status, IOException cause) {
    String code = "job.file-not-readable";
    String key = file.toString().contains("\uFFFD") ? code + ".name" : code;
    return new Failure(code, status, MESSAGES.text(key, "file", file), cause);
  }
}
