package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pledgebook.audit.Anchor;
import pledgebook.audit.AuditEntry;
import pledgebook.audit.AuditEvent;
import pledgebook.audit.AuditEvent.Kind;
import pledgebook.audit.AuditLog;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.submission.Inbox;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What sealing writes into the audit log: what the edition makes of each received file, what it
/// waived, and the seal itself. It is written before seal.json; where a crash came in between, or
/// an edition that had been sealed was deleted and made again, sealing the same edition again takes
/// up the entry that stands there.
///
/// @param by who sealed it
/// @param at when
/// @param end the entry of the seal
record SealRecord(String by, Instant at, Anchor end) {
  private static final String FINDINGS = "findings.json";
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  /// Writes it, or finds it written.
  static SealRecord of(Path input, EditionFolder edition, Manifest manifest, String by, Instant at)
      throws IOException {
    AuditLog log = new AuditLog(input.resolve(String.valueOf(manifest.year())), manifest.year());
    AuditEvent seal =
        new AuditEvent(
            Kind.SEALED,
            "",
            subject(manifest.year(), edition.number()),
            manifest.edition(),
            detail(edition),
            by);
    Optional<AuditEntry> before =
        log.entries().stream().filter(entry -> isSame(entry.event(), seal)).reduce((a, b) -> b);
    if (before.isPresent()) {
      AuditEntry entry = before.get();
      return new SealRecord(
          entry.event().by(),
          OffsetDateTime.parse(entry.at()).toInstant(),
          new Anchor(AuditLog.NAME, entry.sequence(), entry.hash()));
    }
    List<AuditEvent> events = new ArrayList<>();
    for (FileVerdict verdict : manifest.submissions()) {
      events.add(judged(manifest, verdict));
    }
    events.addAll(waived(edition.path(), manifest));
    events.add(seal);
    String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZONE));
    return new SealRecord(by, at, log.append(time, Inbox.listings(input, manifest.year()), events));
  }

  /// What the log calls an edition.
  static String subject(int year, int number) {
    return year + "-" + number;
  }

  /// What the log says of an edition's seal: the hash of its manifest, which tells of every output.
  static String detail(EditionFolder edition) throws IOException {
    return "manifest " + Sha256.of(edition.path().resolve(Manifest.NAME));
  }

  private static boolean isSame(AuditEvent one, AuditEvent other) {
    return one.kind() == other.kind()
        && one.subject().equals(other.subject())
        && one.sha256().equals(other.sha256())
        && one.detail().equals(other.detail());
  }

  private static AuditEvent judged(Manifest manifest, FileVerdict verdict) {
    return new AuditEvent(
        Kind.JUDGED,
        verdict.entity(),
        verdict.file(),
        verdict.sha256(),
        verdict.text(),
        "pledgebook " + manifest.program());
  }

  /// As findings.json of the edition tells, where it has one.
  private static List<AuditEvent> waived(Path folder, Manifest manifest) throws IOException {
    if (manifest.outputs().stream().noneMatch(output -> output.path().equals(FINDINGS))) {
      return List.of();
    }
    Path file = folder.resolve(FINDINGS);
    ObjectNode json = Json.read(file);
    return Json.taken(
        file,
        () -> {
          List<AuditEvent> events = new ArrayList<>();
          for (JsonNode finding : json.required("findings")) {
            if (Json.string(finding, "resolution").equals("waived")) {
              events.add(waived(finding, manifest));
            }
          }
          return events;
        });
  }

  private static AuditEvent waived(JsonNode finding, Manifest manifest) {
    List<String> place =
        List.of(text(finding, "file"), text(finding, "sheet"), text(finding, "cell"));
    return new AuditEvent(
        Kind.WAIVED,
        text(finding, "entity"),
        text(finding, "code"),
        manifest.edition(),
        String.join("!", place.stream().filter(part -> !part.isEmpty()).toList())
            + " "
            + text(finding, "resolution_on")
            + " "
            + text(finding, "resolution_text"),
        text(finding, "resolution_by"));
  }

  private static String text(JsonNode finding, String field) {
    JsonNode value = finding.get(field);
    return value == null || value.isNull() ? "" : value.stringValue();
  }
}
