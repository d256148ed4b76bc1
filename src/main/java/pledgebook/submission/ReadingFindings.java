package pledgebook.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// The findings of one file while it is read.
final class ReadingFindings {
  private static final int LONGEST = 120;

  private final String file;
  private final @Nullable EntityCode entity;
  private final List<Finding> findings = new ArrayList<>();

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

  /// Keeps a finding.
  void add(ReadingRule rule, At at, Object... holes) {
    findings.add(make(rule, at, holes));
  }

  /// How many there are so far.
  int count() {
    return findings.size();
  }

  /// Takes back those behind the first so many.
  void keepFirst(int count) {
    findings.subList(count, findings.size()).clear();
  }

  /// All of them, in the order found.
  List<Finding> all() {
    return List.copyOf(findings);
  }
}
