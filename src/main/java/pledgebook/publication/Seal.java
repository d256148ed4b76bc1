package pledgebook.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.audit.Anchor;
import pledgebook.audit.AuditEvent;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.submission.InboxLock;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.node.ObjectNode;

/// Sealing: the separate act by which somebody answers for a final edition. Afterwards no run
/// overwrites it, its closing values can be taken over as next year's opening values, and its
/// archive holds what it was made from. The audit log tells of it.
public final class Seal {
  static final String NAME = "seal.json";

  static final String CLOSING = "closing.csv";

  /// The files sealing adds to an edition.
  static final Set<String> FILES = Set.of(NAME, CLOSING, building(NAME), building(CLOSING));

  private final Path jobs;
  private final Path input;
  private final Path output;

  /// @param jobs the folder of definitions
  /// @param input the folder of received files; its audit log is added to
  /// @param output the folder the editions lie in
  public Seal(Path jobs, Path input, Path output) {
    this.jobs = jobs;
    this.input = input;
    this.output = output;
  }

  /// A sealed edition.
  ///
  /// @param number counted within the year, from 1
  /// @param by who sealed it
  /// @param manifest hash of its manifest.json
  /// @param closing hash of its closing.csv
  /// @param end the entry of the seal in the audit log; null for one sealed before there was one
  /// @param before it had been sealed before; then nothing was done
  public record SealedEdition(
      Path folder,
      int number,
      Sha256 edition,
      String by,
      Instant at,
      Sha256 manifest,
      Sha256 closing,
      @Nullable Anchor end,
      boolean before) {

    /// The sealed files that are no longer what was sealed. The closing values are those of the
    /// data package, which the manifest vouches for: a seal written anew cannot give other ones.
    List<String> differences() throws IOException {
      List<String> differing = new ArrayList<>();
      if (!ClosingCopy.isOf(this)) {
        differing.add(CLOSING);
      }
      Map<String, Sha256> files = Map.of(Manifest.NAME, manifest, CLOSING, closing);
      for (String name : List.of(Manifest.NAME, CLOSING)) {
        Path file = folder.resolve(name);
        if (!Files.exists(file) || !Sha256.of(file).equals(files.get(name))) {
          differing.add(name);
        }
      }
      return differing.stream().distinct().toList();
    }
  }

  /// Seals the newest edition of a year: writes closing.csv and seal.json into its folder. An
  /// edition that is sealed already stays as it is.
  ///
  /// @param by who answers for it
  /// @param at the moment, kept to the second
  /// @throws pledgebook.finding.Failure `publication.nothing-to-seal`,
  ///   `publication.draft-not-sealable`, `publication.outputs-altered`,
  ///   `publication.seal-needs-name`, `publication.sources-changed`,
  ///   `publication.edition-not-readable`, `publication.not-written` or `audit.log-broken`
  public SealedEdition seal(int year, String by, Instant at) {
    if (AuditEvent.oneLine(by).isEmpty()) {
      throw PublicationFailures.sealNeedsName();
    }
    EditionFolder edition = newest(year);
    if (edition.isSealed()) {
      return read(edition);
    }
    Manifest manifest = sealable(edition);
    try {
      return write(edition, manifest, AuditEvent.oneLine(by), at.truncatedTo(ChronoUnit.SECONDS));
    } catch (IOException e) {
      throw PublicationFailures.notWritten(NAME, e);
    }
  }

  private EditionFolder newest(int year) {
    try {
      EditionFolders folders = new EditionFolders(output, year);
      folders.restore();
      return folders.newest().orElseThrow(() -> PublicationFailures.nothingToSeal(year));
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  private static Manifest sealable(EditionFolder edition) {
    try {
      Manifest manifest = Manifest.read(edition.path());
      if (manifest.draft()) {
        throw PublicationFailures.draftNotSealable(edition.path());
      }
      List<String> differing = manifest.differencesIn(edition.path());
      if (!differing.isEmpty()) {
        throw PublicationFailures.outputsAltered(edition.path(), differing);
      }
      return manifest;
    } catch (IOException e) {
      throw PublicationFailures.notReadable(edition.path(), e);
    }
  }

  /// The seal itself is written last and at once: an edition is sealed or it is not.
  private SealedEdition write(EditionFolder edition, Manifest manifest, String by, Instant at)
      throws IOException {
    Path folder = edition.path();
    String values =
        Files.readString(folder.resolve(DataPackage.CLOSING_VALUES), StandardCharsets.UTF_8);
    String heading =
        PublicationFailures.MESSAGES.text(
            "closing.heading",
            "year",
            manifest.year(),
            "number",
            edition.number(),
            "edition",
            manifest.edition());
    put(folder, CLOSING, heading + "\r\n" + values);
    SealRecord log = archive(edition, manifest, by, at);
    SealedEdition sealed =
        new SealedEdition(
            folder,
            edition.number(),
            manifest.edition(),
            log.by(),
            log.at(),
            Sha256.of(folder.resolve(Manifest.NAME)),
            Sha256.of(folder.resolve(CLOSING)),
            log.end(),
            false);
    ObjectNode json = Json.object();
    json.put("edition", sealed.edition().hex());
    json.put("number", sealed.number());
    json.put("by", sealed.by());
    json.put("at", sealed.at().toString());
    json.putObject("sha256")
        .put(Manifest.NAME, sealed.manifest().hex())
        .put(CLOSING, sealed.closing().hex());
    json.putObject("audit")
        .put("sequence", log.end().sequence())
        .put("hash", log.end().hash().hex());
    put(folder, NAME, Json.text(json));
    return sealed;
  }

  /// Keeps what the edition was made from and enters the seal into the audit log. A file received
  /// in between would stand in the list and not in the log, or the other way round.
  private SealRecord archive(EditionFolder edition, Manifest manifest, String by, Instant at)
      throws IOException {
    try (InboxLock _ = InboxLock.take(input, manifest.year())) {
      EditionArchive archive = new EditionArchive(edition.path());
      List<String> changed =
          archive.isWhole(manifest) ? List.of() : archive.write(manifest, jobs, input);
      if (!changed.isEmpty()) {
        throw PublicationFailures.sourcesChanged(edition.path(), changed);
      }
      return SealRecord.of(input, edition, manifest, by, at);
    }
  }

  private static void put(Path folder, String name, String text) throws IOException {
    Path building = folder.resolve(building(name));
    Files.writeString(building, text, StandardCharsets.UTF_8);
    Files.move(building, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String building(String name) {
    return "." + name + ".building";
  }

  private static @Nullable Anchor end(EditionFolder edition, ObjectNode json) {
    return json.has("audit")
        ? new Anchor(
            edition.path().getFileName() + "/" + NAME,
            json.required("audit").required("sequence").intValue(),
            new Sha256(Json.string(json.required("audit"), "hash")))
        : null;
  }

  /// Reads the seal of a sealed edition.
  ///
  /// @throws pledgebook.finding.Failure `publication.edition-not-readable`
  static SealedEdition read(EditionFolder edition) {
    try {
      return reading(edition);
    } catch (IOException e) {
      throw PublicationFailures.notReadable(edition.path(), e);
    }
  }

  /// The same, where what cannot be understood is something to be told.
  static SealedEdition reading(EditionFolder edition) throws IOException {
    Path file = edition.path().resolve(NAME);
    ObjectNode json = Json.read(file);
    return Json.taken(
        file,
        () ->
            new SealedEdition(
                edition.path(),
                json.required("number").intValue(),
                new Sha256(Json.string(json, "edition")),
                Json.string(json, "by"),
                Instant.parse(Json.string(json, "at")),
                new Sha256(Json.string(json.required("sha256"), Manifest.NAME)),
                new Sha256(Json.string(json.required("sha256"), CLOSING)),
                end(edition, json),
                true));
  }
}
