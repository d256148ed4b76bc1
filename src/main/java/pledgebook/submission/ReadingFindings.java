package pledgebook.submission;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// The findings of one file while it is read.
final class ReadingFindings {
  private static final int LONGEST = 120;

  /// Of one rule on one sheet so many are kept; the others are counted.
  private static final int MOST = 1_000;

  /// What joined cells take away is looked up place by place (observation.unread_cell).
  private static final Set<ReadingRule> ALL_KEPT = EnumSet.of(ReadingRule.MERGED_CELLS);

  private static final Messages MESSAGES = Messages.of("submission");

  private final String file;
  private final @Nullable EntityCode entity;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Kind, Tally> tallies = new LinkedHashMap<>();

  /// @param entity whom they are addressed to; null while nobody knows
  ReadingFindings(String file, @Nullable EntityCode entity) {
    this.file = file;
    this.entity = entity;
  }

  /// Where in the file, what stands there, what was expected, and which indicators it touches.
  record At(
      @Nullable String sheet,
      @Nullable String cell,
      @Nullable String found,
      @Nullable String expected,
      List<IndicatorCode> indicators) {
    static At file() {
      return new At(null, null, null, null, List.of());
    }

    static At file(@Nullable String found, @Nullable String expected) {
      return new At(null, null, found, expected, List.of());
    }

    static At sheet(String sheet, List<IndicatorCode> indicators) {
      return new At(sheet, null, null, null, indicators);
    }

    static At cell(
        String sheet, Object cell, @Nullable String found, List<IndicatorCode> indicators) {
      return new At(sheet, cell.toString(), found, null, indicators);
    }
  }

  /// A finding of its own.
  ///
  /// @param holes name, value … for the message
  Finding make(ReadingRule rule, At at, Object... holes) {
    return new Finding(
        rule.code(),
        rule.severity(),
        entity,
        new Location(file, at.sheet(), at.cell()),
        at.found(),
        at.expected(),
        null,
        null,
        Messages.fill(rule.message(), shown(holes)),
        at.indicators());
  }

  /// Names of sheets, files and cells come from outside: in a sentence they stand on one line,
  /// without marks that turn the reading direction, and not longer than a sentence bears.
  private static Object[] shown(Object[] holes) {
    Object[] shown = holes.clone();
    for (int i = 1; i < shown.length; i += 2) {
      String text = shown[i].toString().replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
      shown[i] =
          text.codePointCount(0, text.length()) <= LONGEST
              ? text
              : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
    return shown;
  }

  /// Keeps a finding, or counts it where there are many of its kind: a sheet may hold a million
  /// cells without a value.
  void add(ReadingRule rule, At at, Object... holes) {
    Kind kind = new Kind(rule, at.sheet(), at.indicators().isEmpty());
    Tally tally = tallies.computeIfAbsent(kind, k -> new Tally());
    if (tally.kept < MOST || ALL_KEPT.contains(rule)) {
      tally.kept++;
      findings.add(make(rule, at, holes));
      return;
    }
    if (tally.first == null) {
      tally.first = make(rule, at, holes);
    }
    tally.leftOut++;
    tally.touched.addAll(at.indicators());
  }

  /// How many are kept so far.
  int count() {
    return findings.size();
  }

  /// Takes back those of a sheet behind the first so many, the counted ones too.
  void keepFirst(int count, String sheet) {
    findings.subList(count, findings.size()).clear();
    tallies.keySet().removeIf(kind -> sheet.equals(kind.sheet()));
  }

  /// All of them in the order found; then for each kind of which some were only counted one that
  /// stands for those.
  List<Finding> all() {
    List<Finding> all = new ArrayList<>(findings);
    tallies.values().forEach(tally -> tally.leftOut().ifPresent(all::add));
    return List.copyOf(all);
  }

  /// What is counted together.
  private record Kind(ReadingRule rule, @Nullable String sheet, boolean touchesAll) {}

  private static final class Tally {
    private int kept;
    private int leftOut;
    private @Nullable Finding first;
    private final Set<IndicatorCode> touched = new TreeSet<>();

    Optional<Finding> leftOut() {
      return Optional.ofNullable(first)
          .map(one ->
              leftOut == 1
                  ? one
                  : new Finding(
                      one.code(),
                      one.severity(),
                      one.entity(),
                      one.location(),
                      one.found(),
                      one.expected(),
                      one.difference(),
                      one.unit(),
                      one.message() + MESSAGES.text("left-out", "count", leftOut),
                      List.copyOf(touched),
                      leftOut));
    }
  }
}
