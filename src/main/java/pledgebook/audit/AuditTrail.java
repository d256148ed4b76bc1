package pledgebook.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// Holds the log of a year against all that must agree with it: itself, received.csv, the received
/// files, and the hashes that stand elsewhere.
public final class AuditTrail {
  private static final String LIST = "received.csv";

  private final Path folder;
  private final int year;

  /// @param input the folder of received files
  public AuditTrail(Path input, int year) {
    this.folder = input.resolve(String.valueOf(year));
    this.year = year;
  }

  /// What came of it.
  ///
  /// @param end where the log ends; empty where there is none
  /// @param entries those that can be read
  /// @param findings everything that does not agree, with file and line
  public record Verified(Optional<Anchor> end, List<AuditEntry> entries, List<Finding> findings) {
    public Verified {
      entries = List.copyOf(entries);
      findings = List.copyOf(findings);
    }
  }

  /// Verifies everything; nothing is written.
  ///
  /// @param listings received.csv, in its order
  /// @param anchors hashes that stand elsewhere
  /// @throws pledgebook.finding.Failure `audit.not-readable`
  public Verified verify(List<Listing> listings, List<Anchor> anchors) {
    AuditLog log = new AuditLog(folder, year);
    List<Finding> findings = new ArrayList<>();
    ReadLog read = log.read();
    if (log.exists()) {
      findings.addAll(ofLog(read));
      findings.addAll(differences(read.entries(), listings));
    } else if (!listings.isEmpty()) {
      findings.add(AuditRule.NO_LOG.on(AuditLog.NAME, null, "count", listings.size()));
    }
    listings.forEach(listing -> ofFile(listing).ifPresent(findings::add));
    for (Anchor anchor : anchors) {
      if (!anchor.isHeldBy(read.entries())) {
        findings.add(headDiffers(anchor));
      }
    }
    return new Verified(
        read.entries().isEmpty()
            ? Optional.empty()
            : Optional.of(new Anchor(AuditLog.NAME, read.entries().size(), read.head(year))),
        read.entries(),
        findings);
  }

  private static List<Finding> ofLog(ReadLog read) {
    List<Finding> findings = new ArrayList<>(read.faults());
    int next = read.entries().size() + 2;
    if (read.whole() == 0) {
      findings.add(AuditRule.HEADING.on(AuditLog.NAME, 1, "line", 1));
    } else if (read.torn()) {
      findings.add(AuditRule.TORN_LINE.on(AuditLog.NAME, next, "line", next));
    }
    String late = Messages.of("audit").text("recorded-late");
    read.entries().stream()
        .filter(entry -> entry.event().isOfReceiving() && entry.event().detail().equals(late))
        .forEach(entry ->
            findings.add(
                AuditRule.RECORDED_LATE.on(
                    AuditLog.NAME,
                    entry.sequence() + 1,
                    "line",
                    entry.sequence() + 1,
                    "file",
                    entry.event().subject())));
    return findings;
  }

  private static Finding headDiffers(Anchor anchor) {
    return AuditRule.HEAD_DIFFERS.about(
        AuditLog.NAME,
        anchor.sequence() == 0 ? null : anchor.sequence() + 1,
        null,
        anchor.hash().hex(),
        "place",
        anchor.place(),
        "hash",
        anchor.hash().abbreviated());
  }

  static boolean isNotRecorded(Finding finding) {
    return finding.code().equals(AuditRule.NOT_RECORDED.code());
  }

  /// Where received.csv and the log do not tell the same.
  static List<Finding> differences(List<AuditEntry> entries, List<Listing> listings) {
    List<AuditEntry> told =
        new ArrayList<>(entries.stream().filter(e -> e.event().isOfReceiving()).toList());
    List<Finding> findings = new ArrayList<>();
    int last = 0;
    for (Listing listing : listings) {
      Optional<AuditEntry> entry = take(told, listing);
      if (entry.isEmpty()) {
        findings.add(
            AuditRule.NOT_RECORDED.on(
                LIST, listing.line(), "line", listing.line(), "file", listing.file()));
        continue;
      }
      int line = entry.get().sequence() + 1;
      if (!listing.isToldBy(entry.get())) {
        findings.add(
            AuditRule.LIST_DIFFERS.on(LIST, listing.line(), "line", listing.line(), "other", line));
      } else if (line < last) {
        findings.add(
            AuditRule.LIST_ORDER.on(LIST, listing.line(), "line", listing.line(), "other", line));
      }
      last = Math.max(last, line);
    }
    for (AuditEntry entry : told) {
      int line = entry.sequence() + 1;
      findings.add(
          AuditRule.NOT_LISTED.on(
              AuditLog.NAME, line, "line", line, "file", entry.event().subject()));
    }
    return findings;
  }

  /// The entry that tells of a listing exactly, else one of the same file, else of the same bytes;
  /// each entry tells of one listing.
  private static Optional<AuditEntry> take(List<AuditEntry> told, Listing listing) {
    for (Iterator<AuditEntry> left = told.iterator(); left.hasNext(); ) {
      AuditEntry entry = left.next();
      boolean same =
          entry.event().sha256().equals(listing.sha256())
              || entry.event().subject().equals(listing.file());
      if (same) {
        left.remove();
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /// What was received must lie there unchanged.
  private Optional<Finding> ofFile(Listing listing) {
    Path file = folder.resolve(listing.file());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(
          AuditRule.FILE_MISSING.on(
              listing.file(), null, "file", listing.file(), "line", listing.line()));
    }
    try {
      Sha256 now = Sha256.of(file);
      return now.equals(listing.sha256())
          ? Optional.empty()
          : Optional.of(
              AuditRule.FILE_ALTERED.about(
                  listing.file(),
                  null,
                  now.hex(),
                  listing.sha256().hex(),
                  "file",
                  listing.file(),
                  "line",
                  listing.line()));
    } catch (IOException e) {
      throw AuditFailures.notReadable(file, e);
    }
  }
}
