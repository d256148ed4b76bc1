package pledgebook.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pledgebook.audit.AuditLog;
import pledgebook.finding.Finding;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.publication.PublishedEdition.PublishedFile;
import pledgebook.publication.Seal.SealedEdition;
import pledgebook.statement.DigestStatement;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// Writes an edition: everything beside what stands there, then into its place at once. Whatever
/// happens in between, the outputs of the previous run stay whole, and a sealed edition is never
/// touched.
public final class Publisher {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// A name as outputs have it, to see whether this system can write such names.
  private static final String CHINESE_NAME = "完成情况";

  private final EditionBasis basis;
  private final Path input;
  private final Path output;
  private final WarehouseRows rows;
  private final List<OutputWriter> writers;

  /// @param warehouse holds the relations of a reconciled round
  /// @param basis what the edition rests on
  /// @param input the folder of received files; they are hashed, never changed
  /// @param output the folder the editions lie in
  public Publisher(Warehouse warehouse, EditionBasis basis, Path input, Path output) {
    this(warehouse, basis, input, output, writers(warehouse, basis, input));
  }

  Publisher(
      Warehouse warehouse,
      EditionBasis basis,
      Path input,
      Path output,
      List<OutputWriter> writers) {
    this.basis = basis;
    this.input = input;
    this.output = output;
    this.rows = new WarehouseRows(warehouse);
    this.writers = List.copyOf(writers);
  }

  /// Every output, in the order a reader wants them. This is the one place where an output is
  /// added: the booklet comes first.
  static List<OutputWriter> writers(Warehouse warehouse, EditionBasis basis, Path input) {
    IssuedPassports passports = new IssuedPassports(warehouse);
    return List.of(
        new BookletFile(warehouse),
        new PrintForms.Accordion(),
        new PrintForms.SaddleStitch(),
        new Annex(warehouse),
        new DigestFile("数说.pdf", DigestSheet::print),
        new DigestFile("数说.html", DigestPage::bytes),
        new SummaryWorkbook(warehouse, passports),
        new ReturnCopies(warehouse, input, basis.asOf()),
        new FindingsFile.ForPrograms(),
        new FindingsFile.ForPeople(),
        new DataPackage(warehouse, passports),
        new LeavesFile(warehouse, basis));
  }

  /// Tells before any work is done whether outputs can be written to a folder; makes it where it is
  /// not there.
  ///
  /// @throws pledgebook.finding.Failure `publication.output-not-writable`, or
  ///   `publication.file-names` where the terminal's locale has no Chinese characters
  public static void requireWritable(Path output) {
    try {
      Files.createDirectories(output);
      Files.delete(Files.createTempFile(output, "." + CHINESE_NAME, ".writable"));
    } catch (IllegalArgumentException e) {
      throw PublicationFailures.fileNames(e);
    } catch (IOException e) {
      throw PublicationFailures.outputNotWritable(output, e);
    }
  }

  /// Writes an edition to `output/<year>`; when that is sealed, to `output/<year>-2` and so on. An
  /// edition that is sealed already is compared with its seal and left as it is.
  ///
  /// @throws pledgebook.finding.Failure `publication.output-not-writable`,
  ///   `publication.not-written`, `publication.not-replaced`, `publication.input-changed`,
  ///   `publication.sealed-differs`, `publication.seal-unfinished` or
  ///   `publication.edition-not-readable`; in each case what stood there before still does
  public PublishedEdition publish(Edition edition) {
    requireWritable(output);
    EditionFolders folders = new EditionFolders(output, edition.round().year(), edition.asOf());
    Path building = start(folders);
    try {
      write(edition, building);
      return settle(edition, folders, building);
    } finally {
      discard(building);
    }
  }

  private Path start(EditionFolders folders) {
    try {
      folders.restore();
      return folders.startBuilding();
    } catch (IOException e) {
      throw PublicationFailures.outputNotWritable(output, e);
    }
  }

  private List<OutputWriter> writersOf(Edition edition) {
    return writers.stream().filter(writer -> writer.applies(edition)).toList();
  }

  private void write(Edition edition, Path building) {
    for (OutputWriter writer : writersOf(edition)) {
      writing(writer.name(), () -> writer.write(edition, building.resolve(writer.name())));
    }
    writing(
        Manifest.NAME,
        () -> {
          requireUnchanged(edition.round().year());
          Manifest.of(edition, building, basis, verdicts(edition)).write(building);
        });
  }

  /// What is published must be what was read: a file replaced while the run was under way would
  /// give outputs that no edition hash tells of.
  private void requireUnchanged(int year) throws IOException {
    List<HashedFile> now = EditionBasis.inputs(year, input);
    List<String> changed =
        rows.intake().stream()
            .filter(file -> !isAmong(now, file, year) || !isAmong(basis.inputs(), file, year))
            .map(WarehouseRows.IntakeRow::file)
            .toList();
    if (!changed.isEmpty()) {
      throw PublicationFailures.inputChanged(changed);
    }
  }

  private static boolean isAmong(List<HashedFile> files, WarehouseRows.IntakeRow file, int year) {
    return files.stream().anyMatch(input -> file.isSameAs(input, year));
  }

  /// What the edition makes of each received file.
  private List<FileVerdict> verdicts(Edition edition) {
    List<Finding> open = edition.openFindings();
    List<FileVerdict> verdicts = new ArrayList<>();
    for (WarehouseRows.IntakeRow file : rows.intake()) {
      verdicts.add(FileVerdict.of(file, open));
    }
    return verdicts;
  }

  private static void writing(String output, Writing writing) {
    try {
      writing.run();
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      throw PublicationFailures.notWritten(output, cause == null ? new IOException(e) : cause);
    } catch (IOException e) {
      throw PublicationFailures.notWritten(output, e);
    }
  }

  private PublishedEdition settle(Edition edition, EditionFolders folders, Path building) {
    Optional<EditionFolder> sealed = sealedAs(edition, folders);
    if (sealed.isPresent()) {
      EditionFolder folder = sealed.get();
      requireEqual(Seal.read(folder), building);
      return published(edition, folder.path(), List.of(note("note.sealed-equal", folder)));
    }
    List<String> notes = new ArrayList<>();
    EditionFolder target = target(folders, notes);
    requireSealTakenUp(edition, target, building);
    try {
      notes.addAll(SignedCopies.keep(target, building));
      folders.moveIntoPlace(building, target);
    } catch (IOException e) {
      throw PublicationFailures.notReplaced(target.path(), e);
    }
    return published(edition, target.path(), notes);
  }

  private Optional<EditionFolder> sealedAs(Edition edition, EditionFolders folders) {
    return listed(folders).stream()
        .filter(EditionFolder::isSealed)
        .filter(folder -> Seal.read(folder).edition().equals(edition.hash()))
        .findFirst();
  }

  private List<EditionFolder> listed(EditionFolders folders) {
    try {
      return folders.editions();
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  private static void requireEqual(SealedEdition seal, Path building) {
    Path sealed = seal.folder();
    try {
      List<String> differing = new ArrayList<>(seal.differences());
      differing.addAll(Manifest.read(building).differencesIn(sealed));
      if (differing.isEmpty()
          && !Sha256.of(building.resolve(Manifest.NAME)).equals(seal.manifest())) {
        differing.add(Manifest.NAME);
      }
      if (!differing.isEmpty()) {
        throw PublicationFailures.sealedDiffers(sealed, differing);
      }
    } catch (IOException e) {
      throw PublicationFailures.notReadable(sealed, e);
    }
  }

  private EditionFolder target(EditionFolders folders, List<String> notes) {
    List<EditionFolder> editions = listed(folders);
    if (editions.isEmpty()) {
      return folders.numbered(1);
    }
    EditionFolder newest = editions.getLast();
    if (!newest.isSealed()) {
      return newest;
    }
    notes.add(note("note.sealed-before", newest));
    return folders.numbered(newest.number() + 1);
  }

  /// Where the log tells of a seal that is not there, what lies in the folder was sealed: another
  /// edition does not take its place.
  private void requireSealTakenUp(Edition edition, EditionFolder target, Path building) {
    int year = edition.round().year();
    AuditLog log = new AuditLog(input.resolve(String.valueOf(year)), year);
    try {
      if (SealedEditions.isSealMissing(target, year, log.readable())
          && !Sha256.of(target.path().resolve(Manifest.NAME))
              .equals(Sha256.of(building.resolve(Manifest.NAME)))) {
        throw PublicationFailures.sealUnfinished(target.path(), year);
      }
    } catch (IOException e) {
      throw PublicationFailures.notReadable(target.path(), e);
    }
  }

  private static String note(String key, EditionFolder folder) {
    return MESSAGES.text(key, "folder", folder.path().getFileName(), "number", folder.number());
  }

  private PublishedEdition published(Edition edition, Path folder, List<String> notes) {
    List<PublishedFile> files = new ArrayList<>();
    for (OutputWriter writer : writersOf(edition)) {
      files.add(published(folder, writer.name()));
    }
    files.add(published(folder, Manifest.NAME));
    return new PublishedEdition(folder, edition.draft(), files, notes);
  }

  private static PublishedFile published(Path folder, String name) {
    return new PublishedFile(MESSAGES.text("label." + name), folder.resolve(name));
  }

  /// What is left of a folder that could not be completed; where that cannot be deleted either, the
  /// next run does it.
  private static void discard(Path building) {
    try {
      EditionFolders.delete(building);
    } catch (IOException e) {
      System.getLogger(Publisher.class.getName()).log(System.Logger.Level.DEBUG, "left", e);
    }
  }

  /// 数说, as a page to print or to open.
  private record DigestFile(String name, Layout layout) implements OutputWriter {
    @Override
    public boolean applies(Edition edition) {
      return edition.statements().findDigest().isPresent();
    }

    @Override
    public void write(Edition edition, Path target) throws IOException {
      Files.write(target, layout.lay(edition, edition.statements().findDigest().orElseThrow()));
    }
  }

  @FunctionalInterface
  private interface Layout {
    byte[] lay(Edition edition, DigestStatement digest) throws IOException;
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
