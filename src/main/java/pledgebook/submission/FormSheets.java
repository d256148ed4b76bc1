package pledgebook.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import pledgebook.registry.Form;
import pledgebook.registry.Indicator;
import pledgebook.registry.Round;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.IndexMark;
import pledgebook.workbook.Row;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookRefused;

/// The sheets of one workbook, recognised as the forms the member owes; wherever they stand.
final class FormSheets {
  private static final Messages MESSAGES = Messages.of("submission");
  private static final Set<String> OWN =
      Set.of(Layout.COVER, Layout.GUIDE, Layout.MACHINE, Layout.LISTS);

  private final Round round;
  private final EntityCode entity;
  private final ReadingFindings findings;
  private final List<Form> forms;
  private final Map<Form, Sheet> sheets = new LinkedHashMap<>();
  private final Map<Form, List<Sheet>> continued = new LinkedHashMap<>();
  private final Map<Form, List<String>> ambiguous = new LinkedHashMap<>();
  private final Set<Sheet> others = new LinkedHashSet<>();

  FormSheets(Round round, EntityCode entity, ReadingFindings findings) {
    this.round = round;
    this.entity = entity;
    this.findings = findings;
    this.forms = Layout.formsOf(round, entity);
  }

  /// Stages every form in the order of the definition, so that the order of the tabs plays no part.
  void stage(List<Sheet> tabs, Staging staging) throws WorkbookRefused {
    UnreadRemarks remarks = new UnreadRemarks(findings);
    for (Sheet sheet : tabs) {
      if (IndexMark.isOn(sheet)) {
        remarks.typedInto(sheet);
      } else {
        remarks.commented(sheet);
        recognise(sheet);
      }
    }
    findContinued();
    findRenamed();
    findContinuedUnnamed();
    tellExtra();
    for (Form form : forms) {
      Sheet sheet = sheets.get(form);
      if (sheet == null && ambiguous.containsKey(form)) {
        tellAmbiguous(form, ambiguous.getOrDefault(form, List.of()));
      } else if (sheet == null) {
        findings.add(
            ReadingRule.MISSING_SHEET,
            new At(form.title(), null, null, form.title(), touched(form)),
            "sheet",
            form.title());
      } else {
        stage(form, sheet, staging);
      }
    }
  }

  private void stage(Form form, Sheet first, Staging staging) throws WorkbookRefused {
    List<Sheet> further = continued.getOrDefault(form, List.of());
    if (further.isEmpty()) {
      new SheetStager(form, first, touched(form), staging, findings).stage();
      return;
    }
    MarkedStaging marked = new MarkedStaging(staging);
    new SheetStager(form, first, touched(form), marked, findings).stage();
    Map<MarkedStaging.Mark, Sheet> read = new LinkedHashMap<>();
    read.put(marked.mark(), first);
    for (Sheet sheet : further) {
      int before = findings.count();
      int rows = new SheetStager(form, sheet, touched(form), marked, findings).stage();
      Sheet same = rows == 0 ? null : read.putIfAbsent(marked.mark(), sheet);
      if (same != null) {
        marked.withdraw();
        findings.keepFirst(before, sheet.name());
        tellDuplicate(form, sheet, same.name(), MESSAGES.text("duplicate.same"));
      } else if (rows > 0) {
        tellContinued(form, sheet, first, rows);
      }
    }
  }

  private void tellContinued(Form form, Sheet sheet, Sheet first, int rows) {
    findings.add(
        ReadingRule.CONTINUED_SHEET,
        At.sheet(sheet.name(), touched(form)),
        "sheet",
        sheet.name(),
        "form",
        form.title(),
        "count",
        rows,
        "first",
        first.name());
  }

  private void recognise(Sheet sheet) {
    String name = Layout.plainName(sheet.name());
    Optional<Form> form =
        forms.stream()
            .filter(f -> Layout.plainName(f.title()).equals(name) || f.code().equals(name))
            .findFirst();
    if (form.isEmpty()) {
      others.add(sheet);
      return;
    }
    Sheet first = sheets.putIfAbsent(form.get(), sheet);
    if (first != null) {
      tellDuplicate(form.get(), sheet);
    }
  }

  /// Sheets named as going on with a form, in the order their names say; where no sheet bears the
  /// title alone, the first of them is the form's.
  private void findContinued() throws WorkbookRefused {
    for (Form form : evidenceForms()) {
      List<Sheet> named = new ArrayList<>();
      for (Sheet sheet : others) {
        boolean free = named.stream().noneMatch(other -> other.name().equals(sheet.name()));
        if (free && ordinal(sheet, form.title()) > 0 && goesOn(form, sheet)) {
          named.add(sheet);
        }
      }
      named.sort(order(form.title()));
      if (!named.isEmpty() && !sheets.containsKey(form)) {
        takeRenamed(form, named.removeFirst());
      }
      others.removeAll(named);
      continued.put(form, named);
    }
  }

  /// 续表 alone goes on with the one form its headings fit.
  private void findContinuedUnnamed() throws WorkbookRefused {
    List<Sheet> unnamed = new ArrayList<>();
    others.stream().filter(sheet -> ordinal(sheet, "") > 0).forEach(unnamed::add);
    unnamed.sort(order(""));
    for (Sheet sheet : unnamed) {
      List<Form> fitting = new ArrayList<>();
      for (Form form : evidenceForms()) {
        if (sheets.containsKey(form) && hasHeadings(form, sheet) && goesOn(form, sheet)) {
          fitting.add(form);
        }
      }
      if (fitting.size() == 1) {
        others.remove(sheet);
        continued.computeIfAbsent(fitting.getFirst(), f -> new ArrayList<>()).add(sheet);
      }
    }
  }

  private List<Form> evidenceForms() {
    return forms.stream().filter(form -> !form.equals(Layout.INDICATORS)).toList();
  }

  private static int ordinal(Sheet sheet, String title) {
    return SheetOrdinal.of(sheet.name(), title).orElse(0);
  }

  private static Comparator<Sheet> order(String title) {
    return Comparator.<Sheet>comparingInt(sheet -> ordinal(sheet, title))
        .thenComparing(Sheet::name);
  }

  private static boolean hasHeadings(Form form, Sheet sheet) throws WorkbookRefused {
    AtomicBoolean found = new AtomicBoolean();
    sheet.read(row -> {
      found.set(Headings.isComplete(form, row));
      return !found.get() && row.number() < Layout.HEADING_ROWS;
    });
    return found.get();
  }

  /// Tells whether a sheet that bears the form's title has rows of it: any below the headings;
  /// where these are not whole, rows as wide as the form, so that none is passed over in silence.
  private static boolean goesOn(Form form, Sheet sheet) throws WorkbookRefused {
    AtomicBoolean headings = new AtomicBoolean();
    AtomicBoolean rows = new AtomicBoolean();
    sheet.read(row -> {
      long filled = row.cells().stream().filter(cell -> !cell.plain().isBlank()).count();
      if (headings.get()) {
        rows.set(filled > 0);
        return !rows.get();
      }
      headings.set(Headings.isComplete(form, row));
      rows.set(!headings.get() && (rows.get() || 2 * filled >= form.columns().size()));
      return headings.get() || row.number() < Layout.HEADING_ROWS;
    });
    return rows.get();
  }

  private void tellDuplicate(Form form, Sheet sheet) {
    Sheet first = sheets.get(form);
    tellDuplicate(form, sheet, first == null ? form.title() : first.name(), "");
  }

  private void tellDuplicate(Form form, Sheet sheet, String other, String same) {
    findings.add(
        ReadingRule.DUPLICATE_SHEET,
        At.sheet(sheet.name(), touched(form)),
        "sheet",
        sheet.name(),
        "other",
        other,
        "form",
        form.title(),
        "same",
        same);
  }

  /// A sheet of another name is taken for a missing form where its headings fit that form alone,
  /// and no other sheet's do.
  private void findRenamed() throws WorkbookRefused {
    List<Form> missing = forms.stream().filter(form -> !sheets.containsKey(form)).toList();
    if (missing.isEmpty()) {
      return;
    }
    Map<Sheet, Set<Form>> fits = new LinkedHashMap<>();
    for (Sheet sheet : others) {
      if (!isOwn(sheet)) {
        Set<Form> fitting = new LinkedHashSet<>();
        sheet.read(row -> fits(row, missing, fitting));
        fits.put(sheet, fitting);
      }
    }
    for (Form form : missing) {
      List<Map.Entry<Sheet, Set<Form>>> fitting =
          fits.entrySet().stream().filter(fit -> fit.getValue().contains(form)).toList();
      if (fitting.size() == 1 && fitting.getFirst().getValue().size() == 1) {
        takeRenamed(form, fitting.getFirst().getKey());
      } else if (!fitting.isEmpty()) {
        ambiguous.put(form, fitting.stream().map(fit -> fit.getKey().name()).toList());
      }
    }
  }

  private static boolean fits(Row row, List<Form> missing, Set<Form> fitting) {
    missing.stream().filter(form -> Headings.isComplete(form, row)).forEach(fitting::add);
    return row.number() < Layout.HEADING_ROWS;
  }

  private void tellAmbiguous(Form form, List<String> names) {
    String shown = String.join("、", names);
    findings.add(
        ReadingRule.AMBIGUOUS_SHEET,
        new At(form.title(), null, shown, form.title(), touched(form)),
        "form",
        form.title(),
        "sheets",
        shown);
  }

  private void takeRenamed(Form form, Sheet sheet) {
    sheets.put(form, sheet);
    others.remove(sheet);
    findings.add(
        ReadingRule.RENAMED_SHEET,
        new At(sheet.name(), null, sheet.name(), form.title(), touched(form)),
        "form",
        form.title(),
        "sheet",
        sheet.name());
  }

  /// Sheets nobody asked for are told of, those of the template itself apart. One with the headings
  /// of a form and rows below them may hold what should count: that is for the member to say.
  private void tellExtra() throws WorkbookRefused {
    for (Sheet sheet : others) {
      if (isOwn(sheet)) {
        continue;
      }
      Optional<Form> copied = copied(sheet);
      if (copied.isPresent()) {
        tellDuplicate(copied.get(), sheet);
      } else {
        findings.add(
            ReadingRule.EXTRA_SHEET, At.sheet(sheet.name(), List.of()), "sheet", sheet.name());
      }
    }
  }

  /// The form found elsewhere that a sheet with rows repeats.
  private Optional<Form> copied(Sheet sheet) throws WorkbookRefused {
    AtomicReference<Optional<Form>> headings = new AtomicReference<>(Optional.empty());
    AtomicBoolean rows = new AtomicBoolean();
    sheet.read(row -> {
      if (headings.get().isPresent()) {
        rows.set(row.cells().stream().anyMatch(cell -> !cell.plain().isBlank()));
        return !rows.get();
      }
      headings.set(
          sheets.keySet().stream().filter(form -> Headings.isComplete(form, row)).findFirst());
      return headings.get().isPresent() || row.number() < Layout.HEADING_ROWS;
    });
    return headings.get().filter(form -> rows.get());
  }

  private static boolean isOwn(Sheet sheet) {
    return OWN.contains(Layout.plainName(sheet.name()));
  }

  /// The indicators a fault of a form touches: those that rest on it; for 指标 all, which an empty
  /// list means.
  private List<IndicatorCode> touched(Form form) {
    return form.equals(Layout.INDICATORS)
        ? List.of()
        : round.indicators().stream()
            .filter(indicator -> indicator.reportedBy().contains(entity))
            .filter(indicator -> indicator.restsOn(form))
            .map(Indicator::code)
            .toList();
  }
}
