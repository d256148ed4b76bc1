package pledgebook.submission;

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
import pledgebook.workbook.IndexMark;
import pledgebook.workbook.Row;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookRefused;

/// The sheets of one workbook, recognised as the forms the member owes; wherever they stand.
final class FormSheets {
  private static final Set<String> OWN =
      Set.of(Layout.COVER, Layout.GUIDE, Layout.MACHINE, Layout.LISTS);

  private final Round round;
  private final EntityCode entity;
  private final ReadingFindings findings;
  private final List<Form> forms;
  private final Map<Form, Sheet> sheets = new LinkedHashMap<>();
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
    findRenamed();
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
        new SheetStager(form, sheet, touched(form), staging, findings).stage();
      }
    }
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

  private void tellDuplicate(Form form, Sheet sheet) {
    findings.add(
        ReadingRule.DUPLICATE_SHEET,
        At.sheet(sheet.name(), touched(form)),
        "sheet",
        sheet.name(),
        "other",
        Optional.ofNullable(sheets.get(form)).map(Sheet::name).orElse(form.title()),
        "form",
        form.title());
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
