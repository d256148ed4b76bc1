package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.SkippedRule;
import pledgebook.observation.Resolved;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The findings as files of their own: for programs and for people.
final class FindingsFile {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// The most useful first.
  private static final List<String> COLUMNS =
      List.of(
          "severity",
          "entity",
          "message",
          "sheet",
          "cell",
          "found",
          "expected",
          "difference",
          "unit",
          "indicators",
          "resolution",
          "explanation",
          "file",
          "code");

  private FindingsFile() {}

  /// The names of the columns, of findings.csv and of 核查意见 in the summary.
  static List<String> headings() {
    return COLUMNS.stream().map(column -> SheetRows.heading("findings", column)).toList();
  }

  /// The name of an entity of the round; its code when the round has none such, empty for null.
  static String name(Round round, @Nullable EntityCode entity) {
    if (entity == null) {
      return "";
    }
    Optional<ReportingEntity> found = round.findEntity(entity);
    return found.map(ReportingEntity::name).orElse(entity.value());
  }

  /// Codes of indicators as a list to read.
  static String indicators(List<IndicatorCode> indicators) {
    return String.join("、", indicators.stream().map(IndicatorCode::value).toList());
  }

  /// findings.json: a line per finding.
  static final class ForPrograms implements OutputWriter {
    @Override
    public String name() {
      return "findings.json";
    }

    @Override
    public void write(Edition edition, Path target) throws IOException {
      ObjectNode json = Json.object();
      json.put("edition", edition.hash().hex());
      json.put("year", edition.round().year());
      json.put("state", edition.draft() ? "draft" : "final");
      json.put("demonstration", edition.round().demonstration());
      ArrayNode findings = json.putArray("findings");
      edition.resolvedFindings().forEach(resolved -> describe(findings.addObject(), resolved));
      ArrayNode skipped = json.putArray("skipped_rules");
      for (SkippedRule rule : edition.skippedRules()) {
        skipped.addObject().put("code", rule.code()).put("reason", rule.reason());
      }
      Json.write(json, target);
    }

    /// A finding as programs read it.
    static void describe(ObjectNode json, Resolved resolved) {
      Finding finding = resolved.finding();
      EntityCode entity = finding.entity();
      json.put("code", finding.code());
      json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
      json.put("entity", entity == null ? null : entity.value());
      json.put("file", finding.location().file());
      json.put("sheet", finding.location().sheet());
      json.put("cell", finding.location().cell());
      json.put("found", finding.found());
      json.put("expected", finding.expected());
      json.put("difference", finding.difference());
      json.put("unit", finding.unit());
      json.put("message", finding.message());
      if (finding.places() > 1) {
        json.put("places", finding.places());
      }
      ArrayNode indicators = json.putArray("indicators");
      finding.indicators().forEach(indicator -> indicators.add(indicator.value()));
      ResolutionWords resolution = ResolutionWords.of(resolved);
      json.put("resolution", resolution.state());
      putUnlessEmpty(json, "resolution_text", resolution.text());
      putUnlessEmpty(json, "resolution_cell", resolution.cell());
      putUnlessEmpty(json, "resolution_by", resolution.by());
      putUnlessEmpty(json, "resolution_on", resolution.on());
    }

    private static void putUnlessEmpty(ObjectNode json, String name, String text) {
      if (!text.isEmpty()) {
        json.put(name, text);
      }
    }
  }

  /// findings.csv, to be opened in a spreadsheet program.
  static final class ForPeople implements OutputWriter {
    @Override
    public String name() {
      return "findings.csv";
    }

    @Override
    public void write(Edition edition, Path target) throws IOException {
      try (Csv csv = Csv.forPeople(target)) {
        csv.row(headings());
        edition.resolvedFindings().forEach(resolved -> csv.row(row(edition.round(), resolved)));
        edition.skippedRules().forEach(rule -> csv.row(row("skipped", rule.reason(), rule.code())));
        Notices.of(edition).lines().forEach(notice -> csv.row(row("notice", notice, "")));
      }
    }

    private static List<@Nullable String> row(Round round, Resolved resolved) {
      Finding finding = resolved.finding();
      ResolutionWords resolution = ResolutionWords.of(resolved);
      return Arrays.<@Nullable String>asList(
          finding.severity().label(),
          FindingsFile.name(round, finding.entity()),
          finding.message(),
          finding.location().sheet(),
          finding.location().cell(),
          finding.found(),
          finding.expected(),
          finding.difference(),
          finding.unit(),
          indicators(finding.indicators()),
          resolution.label(),
          resolution.sentence(),
          finding.location().file(),
          finding.code());
    }

    private static List<@Nullable String> row(String kind, String message, String code) {
      List<@Nullable String> row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
      row.set(COLUMNS.indexOf("severity"), MESSAGES.text("finding." + kind));
      row.set(COLUMNS.indexOf("message"), message);
      row.set(COLUMNS.indexOf("code"), code);
      return row;
    }
  }
}
