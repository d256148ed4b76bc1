package pledgebook.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Evidence;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.UnitOfMeasure;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.InputRule;
import pledgebook.workbook.WorkbookContent.InputRule.Allowed;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// The sheets figures are entered on: 指标 and the evidence forms. Title, note, headings in rows 1 to
/// 3, entries from row 4.
final class EntrySheets {
  private static final Messages MESSAGES = Messages.of("submission");

  /// The row the headings stand in.
  static final int HEADING_ROW = 3;

  private static final int PAGE_ROWS = 18;
  private static final int BLANK_ROWS = 3;

  /// In characters: a wider form is printed landscape.
  private static final int PORTRAIT_WIDTH = 90;

  /// What stands for a figure that does not apply (domain, section 4).
  private static final List<String> NOT_APPLICABLE = List.of("—", "/", "无");

  /// From it on `observation.beyond-measure` objects.
  private static final BigDecimal BEYOND_MEASURE = new BigDecimal("1000000000000");

  private static final LocalDate LONG_AGO = LocalDate.of(1949, 10, 1);
  private static final CellValue BLANK = new CellValue.Blank();

  private final Round round;
  private final ReportingEntity entity;
  private final Filling filling;
  private final Map<String, Allowed> lists;

  /// @param lists where the reference lists stand in the workbook
  EntrySheets(Round round, ReportingEntity entity, Filling filling, Map<String, Allowed> lists) {
    this.round = round;
    this.entity = entity;
    this.filling = filling;
    this.lists = lists;
  }

  /// The sheet 指标: one row per indicator owed.
  SheetContent indicators() {
    Form form = Layout.INDICATORS;
    List<RowContent> rows = head(form, MESSAGES.text("template.indicators.note"));
    for (Indicator indicator : round.owedBy(entity.code())) {
      rows.add(indicatorRow(indicator));
    }
    List<InputRule> rules = new ArrayList<>();
    int row = HEADING_ROW;
    for (Indicator indicator : round.owedBy(entity.code())) {
      row++;
      figures(indicator, row).ifPresent(rules::add);
    }
    return sheet(form, 2, rows, rules, true);
  }

  /// What may be typed into an indicator's row depends on its unit.
  private static Optional<InputRule> figures(Indicator indicator, int row) {
    Form form = Layout.INDICATORS;
    int[] columns =
        form.columns().stream()
            .filter(column -> column.type() == Form.ColumnType.NUMBER)
            .filter(column -> Layout.entered(indicator.kind()).contains(column.code()))
            .mapToInt(column -> form.position(column.code()))
            .toArray();
    if (columns.length == 0) {
      return Optional.empty();
    }
    CellAddress first = new CellAddress(row, columns[0]);
    CellAddress last = new CellAddress(row, columns[columns.length - 1]);
    Allowed allowed = figure(indicator.unit(), NOT_APPLICABLE);
    return Optional.of(rule(first, last, allowed, indicator.name()));
  }

  private static Allowed figure(UnitOfMeasure unit, List<String> texts) {
    return new Allowed.Figure(BEYOND_MEASURE, unit.decimals(), texts);
  }

  private RowContent indicatorRow(Indicator indicator) {
    Map<String, CellValue> entries = filling.indicators().getOrDefault(indicator.code(), Map.of());
    Map<String, CellValue> fixed = new LinkedHashMap<>();
    fixed.put("code", new CellValue.Text(indicator.code().value()));
    fixed.put("name", new CellValue.Text(indicator.name()));
    fixed.put("unit", new CellValue.Text(indicator.unit().symbol()));
    if (indicator.kind() == Kind.STOCK) {
      round
          .findOpening(indicator.code(), entity.code())
          .ifPresent(opening -> fixed.put("opening", new CellValue.Decimal(opening.value())));
    }
    Set<String> entered = Layout.entered(indicator.kind());
    List<@Nullable CellContent> cells = new ArrayList<>();
    for (Column column : Layout.INDICATORS.columns()) {
      String code = column.code();
      cells.add(
          entered.contains(code)
              ? entry(column, entries.getOrDefault(code, BLANK))
              : CellContent.of(fixed.getOrDefault(code, BLANK), CellLook.of(Role.FIXED)));
    }
    return RowContent.of(cells);
  }

  /// An evidence sheet: the rows entered, else those owed, and blank ones to go on with.
  SheetContent evidence(Form form) {
    List<Map<String, CellValue>> owed = owedRows(form);
    List<Map<String, CellValue>> entered = filling.evidence().getOrDefault(form.code(), List.of());
    List<RowContent> rows = head(form, form.note());
    for (Map<String, CellValue> row : entered.isEmpty() ? owed : entered) {
      rows.add(evidenceRow(form, row, owed));
    }
    boolean closed = !owed.isEmpty() && allOwed(form);
    if (!closed) {
      int full = Math.max(HEADING_ROW + PAGE_ROWS, rows.size() + BLANK_ROWS);
      while (rows.size() < full) {
        rows.add(evidenceRow(form, Map.of(), List.of()));
      }
    }
    int last = closed ? rows.size() : CellAddress.LAST_ROW;
    List<InputRule> rules =
        form.columns().stream()
            .filter(column -> column.type() != Form.ColumnType.TEXT)
            .map(column -> rule(form, column, allowed(form, column), last))
            .toList();
    // A protected sheet takes no pasted rows beyond its entry cells: only closed lists are.
    return sheet(form, 0, rows, rules, closed);
  }

  /// The rows a form comes with: what the member has to deliver, named by its milestones.
  private List<Map<String, CellValue>> owedRows(Form form) {
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (Indicator indicator : round.indicators()) {
      Evidence evidence = indicator.evidence();
      if (evidence == null
          || indicator.kind() != Kind.MILESTONE
          || !indicator.restsOn(form)
          || !indicator.reportedBy().contains(entity.code())) {
        continue;
      }
      for (String deliverable : indicator.deliverables()) {
        rows.add(owedRow(evidence, deliverable));
      }
    }
    return rows;
  }

  private static Map<String, CellValue> owedRow(Evidence evidence, String deliverable) {
    Map<String, CellValue> row = new LinkedHashMap<>();
    evidence.where().forEach((column, value) -> row.put(column, new CellValue.Text(value)));
    evidence.key().stream()
        .map(Evidence.KeyColumn::column)
        .filter(column -> !row.containsKey(column))
        .findFirst()
        .ifPresent(column -> row.put(column, new CellValue.Text(deliverable)));
    return row;
  }

  private boolean allOwed(Form form) {
    return round.indicators().stream()
        .filter(indicator -> indicator.reportedBy().contains(entity.code()))
        .filter(indicator -> indicator.restsOn(form))
        .allMatch(indicator -> indicator.kind() == Kind.MILESTONE);
  }

  private static RowContent evidenceRow(
      Form form, Map<String, CellValue> row, List<Map<String, CellValue>> owed) {
    row.keySet().forEach(form::position);
    Set<String> fixed =
        owed.stream()
            .filter(o -> row.entrySet().containsAll(o.entrySet()))
            .findFirst()
            .map(Map::keySet)
            .orElse(Set.of());
    List<@Nullable CellContent> cells = new ArrayList<>();
    for (Column column : form.columns()) {
      CellValue value = row.getOrDefault(column.code(), BLANK);
      cells.add(
          fixed.contains(column.code())
              ? CellContent.of(value, CellLook.of(Role.FIXED))
              : entry(column, value));
    }
    return RowContent.of(cells);
  }

  private static CellContent entry(Column column, CellValue value) {
    Role role =
        switch (column.type()) {
          case TEXT, CODE, FLAG -> Role.ENTRY_TEXT;
          case NUMBER -> Role.ENTRY_NUMBER;
          case DATE -> Role.ENTRY_DATE;
        };
    return CellContent.of(value, CellLook.of(role));
  }

  private Allowed allowed(Form form, Column column) {
    return switch (column.type()) {
      case NUMBER -> {
        UnitOfMeasure unit = column.unit();
        if (unit == null) {
          throw new IllegalArgumentException("no unit for " + form.code() + "." + column.code());
        }
        yield figure(unit, column.required() ? List.of() : NOT_APPLICABLE);
      }
      case FLAG -> new Allowed.OneOfTexts(List.of("是", "否"));
      case CODE -> {
        Allowed place = lists.get(String.valueOf(column.list()));
        if (place == null) {
          throw new IllegalArgumentException("no list for " + form.code() + "." + column.code());
        }
        yield place;
      }
      case DATE -> new Allowed.Between(earliest(form, column), round.period().end());
      case TEXT -> throw new IllegalArgumentException("any text may stand in " + column.code());
    };
  }

  /// A day that places a row within the period must lie in it; any other day may be long ago.
  private LocalDate earliest(Form form, Column column) {
    boolean dates =
        round.indicators().stream()
            .filter(indicator -> indicator.restsOn(form))
            .map(Indicator::evidence)
            .anyMatch(evidence -> evidence != null && column.code().equals(evidence.date()));
    return dates ? round.period().start() : LONG_AGO;
  }

  private static InputRule rule(Form form, Column column, Allowed allowed, int lastRow) {
    int position = form.position(column.code());
    return rule(
        new CellAddress(HEADING_ROW + 1, position),
        new CellAddress(Math.max(lastRow, HEADING_ROW + 1), position),
        allowed,
        column.heading());
  }

  private static InputRule rule(
      CellAddress first, CellAddress last, Allowed allowed, String title) {
    return new InputRule(first, last, allowed, title, message(allowed));
  }

  private static String message(Allowed allowed) {
    return switch (allowed) {
      case Allowed.Figure(var below, int decimals, List<String> texts) ->
          MESSAGES.text(
                  decimals == 0 ? "template.rule.whole" : "template.rule.number",
                  "decimals",
                  decimals)
              + (texts.isEmpty() ? "" : MESSAGES.text("template.rule.not-applicable"));
      case Allowed.Between(var first, var last) ->
          MESSAGES.text("template.rule.date", "first", first, "last", last);
      case Allowed.OneOf list -> MESSAGES.text("template.rule.list");
      case Allowed.OneOfTexts(var texts) ->
          MESSAGES.text("template.rule.texts", "texts", String.join("、", texts));
    };
  }

  private List<RowContent> head(Form form, String note) {
    List<RowContent> rows = new ArrayList<>();
    rows.add(new RowContent(List.of(CellContent.text(form.title(), CellLook.of(Role.TITLE))), 30));
    rows.add(
        RowContent.of(
            List.of(
                CellContent.text(
                    MESSAGES.text(
                            "template.sheet.note", "year", round.year(), "entity", entity.name())
                        + note,
                    CellLook.of(Role.SUBTITLE)))));
    List<@Nullable CellContent> headings = new ArrayList<>();
    for (Column column : form.columns()) {
      headings.add(CellContent.text(Layout.heading(form, column), CellLook.of(Role.HEADING)));
    }
    rows.add(new RowContent(headings, 32));
    return rows;
  }

  private SheetContent sheet(
      Form form, int frozenColumns, List<RowContent> rows, List<InputRule> rules, boolean locked) {
    int columns = form.columns().size();
    List<MergedCells> merged = new ArrayList<>();
    for (int row = 1; row < HEADING_ROW && columns > 1; row++) {
      merged.add(new MergedCells(new CellAddress(row, 1), new CellAddress(row, columns)));
    }
    return new SheetContent(
        form.title(),
        form.columns().stream().map(Column::width).toList(),
        HEADING_ROW,
        frozenColumns,
        rows,
        merged,
        rules,
        form.columns().stream().mapToInt(Column::width).sum() > PORTRAIT_WIDTH,
        MESSAGES.text("template.footer", "year", round.year(), "entity", entity.name()),
        locked ? 0 : HEADING_ROW,
        locked,
        false);
  }
}
