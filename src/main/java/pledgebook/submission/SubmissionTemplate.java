package pledgebook.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.CodeList;
import pledgebook.registry.Form;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.InputRule.Allowed;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// The workbook a member fills, made from the round: what it asks for is what the reader looks for.
public final class SubmissionTemplate {
  private static final Messages MESSAGES = Messages.of("submission");

  private final Round round;
  private final ReportingEntity entity;
  private final Filling filling;

  private SubmissionTemplate(Round round, ReportingEntity entity, Filling filling) {
    this.round = round;
    this.entity = entity;
    this.filling = filling;
  }

  /// A member's workbook: 封面, 指标, one sheet per evidence form, 填报说明, and two sheets only programs
  /// see.
  ///
  /// @param filling what is entered; [Filling#none()] for the template as sent out
  /// @throws IllegalArgumentException when the member takes no part in the round, or an entry names
  ///   a form or column that is not there
  public static WorkbookContent of(Round round, EntityCode entity, Filling filling) {
    ReportingEntity member =
        round
            .findEntity(entity)
            .orElseThrow(() -> new IllegalArgumentException("no member " + entity));
    return new SubmissionTemplate(round, member, filling).content();
  }

  private WorkbookContent content() {
    Map<String, List<CodeList.Entry>> lists = lists();
    EntrySheets entries = new EntrySheets(round, entity, filling, places(lists));
    FrontMatter front = new FrontMatter(round, entity);
    List<SheetContent> sheets = new ArrayList<>();
    sheets.add(front.cover(filling.cover()));
    sheets.add(entries.indicators());
    round.formsOf(entity.code()).forEach(form -> sheets.add(entries.evidence(form)));
    sheets.add(front.guide());
    sheets.add(machine());
    if (!lists.isEmpty()) {
      sheets.add(listSheet(lists));
    }
    String title = MESSAGES.text("template.title", "year", round.year(), "entity", entity.name());
    return new WorkbookContent(title, round.collectionStart(), sheets);
  }

  /// Read back to tell whose the workbook is and which template it came from.
  private SheetContent machine() {
    List<RowContent> rows =
        List.of(
            machineRow(Layout.MACHINE_ROUND, String.valueOf(round.year())),
            machineRow(Layout.MACHINE_ENTITY, entity.code().value()),
            machineRow(Layout.MACHINE_TEMPLATE, Layout.TEMPLATE_VERSION),
            machineRow(Layout.MACHINE_DEFINITION, Layout.definition(round, entity.code()).hex()));
    return hidden(Layout.MACHINE, List.of(12, 70), rows);
  }

  private static RowContent machineRow(String name, String value) {
    return RowContent.of(
        List.of(
            CellContent.text(name, CellLook.of(Role.FIXED)),
            CellContent.text(value, CellLook.of(Role.FIXED))));
  }

  /// The reference lists this member's forms need, own regions first.
  private Map<String, List<CodeList.Entry>> lists() {
    Map<String, List<CodeList.Entry>> lists = new LinkedHashMap<>();
    for (Form form : round.formsOf(entity.code())) {
      for (Form.Column column : form.columns()) {
        if (column.list() != null) {
          lists.computeIfAbsent(column.list(), this::ownFirst);
        }
      }
    }
    return lists;
  }

  private List<CodeList.Entry> ownFirst(String list) {
    List<String> own =
        list.startsWith(CodeList.REGIONS)
            ? round.regions().stream()
                .filter(region -> region.entity().equals(entity.code()))
                .map(region -> region.code())
                .toList()
            : List.of();
    List<CodeList.Entry> entries = new ArrayList<>(round.reference(list));
    entries.sort(Comparator.comparing(entry -> !own.contains(entry.code())));
    return List.copyOf(entries);
  }

  /// Where each list stands on the list sheet: one column each, from row 2.
  private static Map<String, Allowed> places(Map<String, List<CodeList.Entry>> lists) {
    Map<String, Allowed> places = new LinkedHashMap<>();
    int column = 1;
    for (Map.Entry<String, List<CodeList.Entry>> list : lists.entrySet()) {
      CellAddress first = new CellAddress(2, column);
      CellAddress last = new CellAddress(1 + Math.max(1, list.getValue().size()), column);
      places.put(list.getKey(), new Allowed.OneOf(Layout.LISTS, first, last));
      column++;
    }
    return places;
  }

  private static SheetContent listSheet(Map<String, List<CodeList.Entry>> lists) {
    int longest = lists.values().stream().mapToInt(List::size).max().orElse(0);
    List<RowContent> rows = new ArrayList<>();
    rows.add(listRow(new ArrayList<>(lists.keySet())));
    IntStream.range(0, longest)
        .mapToObj(i ->
            lists.values().stream()
                .map(entries -> i < entries.size() ? entries.get(i).name() : "")
                .toList())
        .forEach(names -> rows.add(listRow(names)));
    return hidden(Layout.LISTS, lists.keySet().stream().map(list -> 18).toList(), rows);
  }

  private static RowContent listRow(List<String> names) {
    List<@Nullable CellContent> cells = new ArrayList<>();
    for (String name : names) {
      cells.add(name.isEmpty() ? null : CellContent.text(name, CellLook.of(Role.FIXED)));
    }
    return RowContent.of(cells);
  }

  private static SheetContent hidden(String name, List<Integer> widths, List<RowContent> rows) {
    return new SheetContent(
        name, widths, 0, 0, rows, List.of(), List.of(), false, null, 0, true, true);
  }
}
