package pledgebook.submission;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.workbook.Cell;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.Row;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookReader;
import pledgebook.workbook.WorkbookRefused;

/// What a workbook says of itself: on the machine sheet, which people do not see, and on the cover.
///
/// @param machine the entries of the machine sheet; empty when it is gone
/// @param cover the entries found beside their labels; a blank entry is not there
/// @param cells the address of each entry on the cover; of one that is blank, the place beside its
///   label
/// @param coverSheet the cover's name in this file
record Identification(
    Map<String, String> machine,
    Map<CoverEntry, String> cover,
    Map<CoverEntry, String> cells,
    String coverSheet) {
  private static final int COVER_ROWS = 60;
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(年|年度)?");
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:[vV]|[vV]er(?:sion)?\\.?|版本号?:?)?第?(?:0*([1-9]\\d{0,3})(?:\\.0+)?|([一二三四五六七八九十]))[版稿]?");
  private static final String NUMERALS = "一二三四五六七八九十";
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?(T.*)?");
  private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  /// Reads both sheets, as far as they are there.
  static Identification of(WorkbookReader workbook) throws WorkbookRefused {
    Map<String, String> machine = new HashMap<>();
    Map<CoverEntry, String> cover = new EnumMap<>(CoverEntry.class);
    Map<CoverEntry, String> cells = new EnumMap<>(CoverEntry.class);
    String coverSheet = Layout.COVER;
    for (Sheet sheet : workbook.sheets()) {
      if (sheet.name().equals(Layout.MACHINE)) {
        sheet.read(row -> readMachine(row, machine));
      } else if (Layout.plainName(sheet.name()).equals(Layout.COVER)) {
        coverSheet = sheet.name();
        sheet.read(row -> readCover(row, cover, cells));
      }
    }
    return new Identification(machine, cover, cells, coverSheet);
  }

  private static boolean readMachine(Row row, Map<String, String> machine) {
    Optional<Cell> name = row.cell(1);
    Optional<Cell> value = row.cell(2);
    if (name.isPresent() && value.isPresent()) {
      machine.putIfAbsent(name.get().plain().strip(), value.get().plain().strip());
    }
    return row.number() < COVER_ROWS;
  }

  private static boolean readCover(
      Row row, Map<CoverEntry, String> cover, Map<CoverEntry, String> cells) {
    CoverEntry label = null;
    for (Cell cell : row.cells()) {
      Optional<CoverEntry> next = label(cell);
      if (next.isPresent()) {
        label = next.get();
        CellAddress at = cell.address();
        cells.putIfAbsent(label, new CellAddress(at.row(), at.column() + 1).toString());
      } else if (label != null && !cell.plain().isBlank()) {
        if (cover.putIfAbsent(label, cell.plain().strip()) == null) {
          cells.put(label, cell.address().toString());
        }
        label = null;
      }
    }
    return row.number() < COVER_ROWS;
  }

  private static Optional<CoverEntry> label(Cell cell) {
    String name = Layout.plainName(cell.plain()).replaceAll(":$", "");
    return List.of(CoverEntry.values()).stream()
        .filter(entry -> entry.label().equals(name))
        .findFirst();
  }

  /// Where an entry stands on the cover, or should stand.
  String cell(CoverEntry entry) {
    String cell = cells.get(entry);
    return cell == null ? FrontMatter.place(entry).toString() : cell;
  }

  /// Tells whether the machine sheet says whose and for when.
  boolean hasMachineSheet() {
    return machine.containsKey(Layout.MACHINE_ROUND) && machine.containsKey(Layout.MACHINE_ENTITY);
  }

  /// The year on the machine sheet.
  Optional<Integer> machineYear() {
    return year(machine.get(Layout.MACHINE_ROUND));
  }

  /// The year on the cover.
  Optional<Integer> coverYear() {
    return year(cover.get(CoverEntry.YEAR));
  }

  private static Optional<Integer> year(@Nullable String text) {
    return match(YEAR, text).map(matcher -> Integer.valueOf(matcher.group(1)));
  }

  /// The member on the cover, where exactly one member's name stands in 填报单位.
  Optional<ReportingEntity> coverEntity(Round round) {
    String text = cover.get(CoverEntry.ENTITY);
    if (text == null) {
      return Optional.empty();
    }
    String plain = Layout.plainName(text);
    List<ReportingEntity> named =
        round.entities().stream()
            .filter(entity ->
                plain.equals(entity.code().value())
                    || plain.contains(Layout.plainName(entity.name())))
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// 版本号 as a whole number from 1: 2, ２, 第2版, 第二版, v2, V2.0.
  Optional<Integer> version() {
    return match(VERSION, cover.get(CoverEntry.VERSION))
        .map(matcher ->
            matcher.group(1) == null
                ? NUMERALS.indexOf(matcher.group(2)) + 1
                : Integer.valueOf(matcher.group(1)));
  }

  /// 填报日期 as a day: a date cell, 2025-2-18, 2025年2月18日, 20250218.
  Optional<LocalDate> date() {
    String text = cover.get(CoverEntry.DATE);
    return match(DAY, text).or(() -> match(COMPACT_DAY, text)).flatMap(Identification::day);
  }

  private static Optional<LocalDate> day(Matcher matcher) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Matcher> match(Pattern pattern, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    Matcher matcher = pattern.matcher(narrow);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
