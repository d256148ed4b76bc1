package pledgebook.submission;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookFault;
import pledgebook.workbook.WorkbookNote;
import pledgebook.workbook.WorkbookReader;
import pledgebook.workbook.WorkbookRefused;

/// One file, looked into: whose it is and for when, then every sheet.
final class Examination {
  private static final Messages MESSAGES = Messages.of("submission");
  private static final Set<String> WORDS =
      Set.of(
          "limit.bytes",
          "limit.inflated-bytes",
          "limit.ratio",
          "limit.entries",
          "limit.rows",
          "limit.columns",
          "limit.cells",
          "limit.cell-length",
          "limit.strings",
          "limit.string-bytes",
          "limit.time",
          "forbidden.document-type",
          "forbidden.part-outside",
          "forbidden.duplicate-part");

  private final Round round;
  private final ReceivedFile file;
  private final @Nullable EntityCode folder;

  Examination(Round round, ReceivedFile file) {
    this.round = round;
    this.file = file;
    String first = file.file().replaceAll("/.*", "");
    this.folder =
        file.file().contains("/") && EntityCode.isWellFormed(first) ? new EntityCode(first) : null;
  }

  /// What comes of a workbook that can be opened.
  Intake of(WorkbookReader workbook, Staging staging) throws WorkbookRefused {
    Identification says = Identification.of(workbook);
    Optional<Finding> reason = reasonToReject(says);
    if (reason.isPresent()) {
      return new Intake.Rejected(file.file(), file.sha256(), reason.get());
    }
    ReportingEntity entity = entity(says).orElseThrow();
    ReadingFindings findings = new ReadingFindings(file.file(), entity.code());
    Submission submission = submission(says, entity.code(), findings);
    says.cells().forEach((entry, cell) -> staging.cover(entry, says.coverSheet(), cell));
    tellFormat(workbook, findings);
    tellOrigin(says, entity, findings);
    new FormSheets(round, entity.code(), findings).stage(workbook.sheets(), staging);
    return new Intake.Received(submission, findings.all());
  }

  /// What comes of a file that cannot be read as a workbook.
  Intake.Rejected rejected(WorkbookRefused refused) {
    ReadingFindings findings = new ReadingFindings(file.file(), addressee());
    Finding reason =
        switch (refused.fault()) {
          case WorkbookFault.NotAWorkbook(String looksLike) -> notAWorkbook(looksLike, findings);
          case WorkbookFault.PasswordProtected() ->
              findings.make(ReadingRule.PASSWORD_PROTECTED, At.file());
          case WorkbookFault.ArchiveOfWorkbooks() ->
              findings.make(
                  ReadingRule.ARCHIVE_OF_WORKBOOKS,
                  At.file(MESSAGES.text("looks.zip"), MESSAGES.text("looks.workbook")));
          case WorkbookFault.LegacyFormat() ->
              findings.make(
                  ReadingRule.LEGACY_FORMAT,
                  At.file(MESSAGES.text("looks.xls"), MESSAGES.text("looks.workbook")));
          case WorkbookFault.Damaged(String part) ->
              findings.make(
                  ReadingRule.DAMAGED,
                  At.file(part, MESSAGES.text("looks.workbook")),
                  "part",
                  part);
          case WorkbookFault.TooLarge(String what, long limit) ->
              findings.make(
                  ReadingRule.TOO_LARGE,
                  At.file(word("limit.", what), "≤" + limit),
                  "what",
                  word("limit.", what),
                  "limit",
                  limit);
          case WorkbookFault.Forbidden(String what) ->
              findings.make(
                  ReadingRule.FORBIDDEN,
                  At.file(word("forbidden.", what), null),
                  "what",
                  word("forbidden.", what));
        };
    return new Intake.Rejected(file.file(), file.sha256(), reason);
  }

  /// What a kind of file is called.
  static String looksLike(String kind) {
    return MESSAGES.text("looks." + kind);
  }

  private Finding notAWorkbook(String looksLike, ReadingFindings findings) {
    String name = file.file().substring(file.file().lastIndexOf('/') + 1);
    boolean lock = looksLike.equals("lock") || name.startsWith("~$") || name.startsWith(".~");
    String shown = looksLike(lock ? "lock" : looksLike);
    return findings.make(
        lock ? ReadingRule.LOCK_FILE : ReadingRule.NOT_A_WORKBOOK,
        At.file(shown, MESSAGES.text("looks.workbook")),
        "looks_like",
        shown);
  }

  /// The Chinese word for a bound or a forbidden thing, where there is one.
  private static String word(String prefix, String what) {
    String key = prefix + what.replace(' ', '-');
    return WORDS.contains(key) ? MESSAGES.text(key) : what;
  }

  private @Nullable EntityCode addressee() {
    return folder != null && round.findEntity(folder).isPresent() ? folder : null;
  }

  private Optional<ReportingEntity> entity(Identification says) {
    String machine = says.machine().get(Layout.MACHINE_ENTITY);
    if (machine == null) {
      return says.coverEntity(round);
    }
    return round.entities().stream()
        .filter(entity -> entity.code().value().equals(machine))
        .findFirst();
  }

  private Optional<Finding> reasonToReject(Identification says) {
    ReadingFindings findings = new ReadingFindings(file.file(), addressee());
    Optional<Integer> year = says.machineYear().or(says::coverYear);
    if (year.isEmpty() || (!says.hasMachineSheet() && says.coverEntity(round).isEmpty())) {
      return Optional.of(findings.make(ReadingRule.UNRECOGNISED, At.file()));
    }
    if (year.get() != round.year()) {
      return Optional.of(wrongRound(says, year.get(), findings));
    }
    if (says.coverYear().isPresent() && !says.coverYear().equals(year)) {
      return Optional.of(
          contradictory(says, CoverEntry.YEAR, findings, says.coverYear().get(), year.get()));
    }
    String template = says.machine().getOrDefault(Layout.MACHINE_TEMPLATE, Layout.TEMPLATE_VERSION);
    if (!template.equals(Layout.TEMPLATE_VERSION)) {
      return Optional.of(
          wrong(findings, ReadingRule.WRONG_TEMPLATE, template, Layout.TEMPLATE_VERSION));
    }
    return entity(says)
        .map(entity -> wrongMember(says, entity, findings))
        .orElseGet(() -> Optional.of(unknownMember(says, findings)));
  }

  private Optional<Finding> wrongMember(
      Identification says, ReportingEntity entity, ReadingFindings findings) {
    Optional<ReportingEntity> onCover = says.coverEntity(round);
    if (onCover.isPresent() && !onCover.get().equals(entity)) {
      return Optional.of(
          contradictory(says, CoverEntry.ENTITY, findings, onCover.get().name(), entity.name()));
    }
    if (folder != null && !folder.equals(entity.code())) {
      String expected = round.findEntity(folder).map(ReportingEntity::name).orElse(folder.value());
      At at = onCover(says, CoverEntry.ENTITY, entity.name(), expected);
      return Optional.of(
          findings.make(
              ReadingRule.WRONG_MEMBER, at, "found", entity.name(), "expected", expected));
    }
    return Optional.empty();
  }

  private Finding unknownMember(Identification says, ReadingFindings findings) {
    String found = String.valueOf(says.machine().get(Layout.MACHINE_ENTITY));
    return findings.make(
        ReadingRule.UNKNOWN_MEMBER,
        onCover(says, CoverEntry.ENTITY, found, null),
        "found",
        found,
        "year",
        round.year());
  }

  private static Finding wrong(
      ReadingFindings findings, ReadingRule rule, Object found, Object expected) {
    return findings.make(
        rule, At.file(found.toString(), expected.toString()), "found", found, "expected", expected);
  }

  private Finding wrongRound(Identification says, int year, ReadingFindings findings) {
    At at = onCover(says, CoverEntry.YEAR, String.valueOf(year), String.valueOf(round.year()));
    return findings.make(ReadingRule.WRONG_ROUND, at, "found", year, "expected", round.year());
  }

  /// Where a cover says something.
  private static At onCover(
      Identification says, CoverEntry entry, @Nullable String found, @Nullable String expected) {
    String cell = says.cells().get(entry);
    return cell == null
        ? At.file(found, expected)
        : new At(says.coverSheet(), cell, found, expected, List.of());
  }

  private static Finding contradictory(
      Identification says,
      CoverEntry entry,
      ReadingFindings findings,
      Object cover,
      Object machine) {
    return findings.make(
        ReadingRule.CONTRADICTORY,
        onCover(says, entry, cover.toString(), machine.toString()),
        "cover",
        cover,
        "machine",
        machine);
  }

  private Submission submission(Identification says, EntityCode entity, ReadingFindings findings) {
    String receivedAt = file.receivedAt();
    Optional<LocalDate> received =
        Optional.ofNullable(receivedAt).map(at -> OffsetDateTime.parse(at).toLocalDate());
    LocalDate coverDate = says.date().or(() -> received).orElse(round.collectionStart());
    if (says.date().isEmpty()) {
      tellUnclear(ReadingRule.COVER_DATE_UNCLEAR, CoverEntry.DATE, says, findings, coverDate);
    }
    if (says.version().isEmpty()) {
      tellUnclear(ReadingRule.VERSION_UNCLEAR, CoverEntry.VERSION, says, findings, coverDate);
    }
    boolean late = isLate(received.orElse(coverDate), findings);
    if (receivedAt == null) {
      findings.add(ReadingRule.NOT_LISTED, At.file(), "date", coverDate);
      if (says.date().isEmpty()) {
        At at = new At(says.coverSheet(), says.cell(CoverEntry.DATE), null, null, List.of());
        findings.add(ReadingRule.DAY_UNKNOWN, at, "date", coverDate);
      }
    }
    return new Submission(
        file.sha256(),
        entity,
        file.file(),
        receivedAt == null ? coverDate.toString() : receivedAt,
        file.origin(),
        says.version().orElse(1),
        coverDate,
        late);
  }

  private boolean isLate(LocalDate on, ReadingFindings findings) {
    LocalDate deadline = round.deadline();
    if (!on.isAfter(deadline)) {
      return false;
    }
    At at = At.file(on.toString(), "≤" + deadline);
    findings.add(ReadingRule.LATE, at, "found", on, "expected", deadline);
    return true;
  }

  private static void tellUnclear(
      ReadingRule rule,
      CoverEntry entry,
      Identification says,
      ReadingFindings findings,
      LocalDate date) {
    String found = says.cover().get(entry);
    String shown = found == null ? MESSAGES.text("cover.nothing") : found;
    findings.add(
        rule,
        new At(says.coverSheet(), says.cell(entry), shown, null, List.of()),
        "cell",
        says.cell(entry),
        "found",
        shown,
        "date",
        date);
  }

  private static void tellFormat(WorkbookReader workbook, ReadingFindings findings) {
    if (workbook.notes().contains(WorkbookNote.LEGACY_FORMAT)) {
      findings.add(
          ReadingRule.BINARY_FORMAT,
          At.file(MESSAGES.text("looks.xls"), MESSAGES.text("looks.workbook")));
    }
    if (workbook.notes().contains(WorkbookNote.MACROS)) {
      findings.add(ReadingRule.MACROS, At.file());
    }
  }

  private void tellOrigin(Identification says, ReportingEntity entity, ReadingFindings findings) {
    if (!says.hasMachineSheet()) {
      findings.add(
          ReadingRule.NO_MACHINE_SHEET, At.file(), "entity", entity.name(), "year", round.year());
    } else if (!Layout.definition(round, entity.code())
        .hex()
        .equals(says.machine().get(Layout.MACHINE_DEFINITION))) {
      findings.add(ReadingRule.OTHER_DEFINITION, At.file());
    }
    for (CoverEntry entry : CoverEntry.values()) {
      boolean toldElsewhere = entry == CoverEntry.VERSION || entry == CoverEntry.DATE;
      if (!toldElsewhere && !says.cover().containsKey(entry)) {
        findings.add(
            ReadingRule.COVER_BLANK,
            new At(
                says.coverSheet(),
                says.cell(entry),
                MESSAGES.text("cover.nothing"),
                entry.label(),
                List.of()),
            "label",
            entry.label(),
            "cell",
            says.cell(entry));
      }
    }
  }
}
