package pledgebook.workbook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookContent.InputRule;
import pledgebook.workbook.WorkbookContent.InputRule.Allowed;

/// Puts down what may be typed into a range.
final class InputRules {
  private static final int LONGEST_LIST = 255;

  /// The day before day 1, as the day count of Excel has it from March 1900 on.
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private InputRules() {}

  static void add(XSSFSheet sheet, InputRule rule) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    CellRangeAddressList range =
        new CellRangeAddressList(
            rule.first().row() - 1,
            rule.last().row() - 1,
            rule.first().column() - 1,
            rule.last().column() - 1);
    DataValidation validation = helper.createValidation(constraint(helper, rule), range);
    validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
    validation.createErrorBox(rule.errorTitle(), rule.message());
    validation.setShowErrorBox(true);
    validation.setEmptyCellAllowed(true);
    validation.setSuppressDropDownArrow(true);
    sheet.addValidationData(validation);
  }

  private static DataValidationConstraint constraint(DataValidationHelper helper, InputRule rule) {
    return switch (rule.allowed()) {
      case Allowed.OneOf list -> helper.createFormulaListConstraint(range(list));
      case Allowed.OneOfTexts list -> helper.createExplicitListConstraint(texts(list));
      case Allowed.Figure figure ->
          helper.createCustomConstraint(formula(rule.first().toString(), figure));
      case Allowed.Between days ->
          helper.createDateConstraint(
              OperatorType.BETWEEN, serial(days.first()), serial(days.last()), null);
    };
  }

  /// Asks first whether it is a number: what is computed from a text is an error, and an error
  /// refuses everything.
  private static String formula(String cell, Allowed.Figure figure) {
    String number =
        Messages.fill(
            "AND({cell}>=0,{cell}<{below},ROUND({cell},{decimals})={cell})",
            "cell",
            cell,
            "below",
            figure.below().toPlainString(),
            "decimals",
            figure.decimals());
    String text =
        figure.texts().stream()
            .map(each -> cell + "=\"" + each.replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(","));
    String other = text.isEmpty() ? "FALSE" : "OR(" + text + ")";
    return "IF(ISNUMBER(" + cell + ")," + number + "," + other + ")";
  }

  private static String range(Allowed.OneOf list) {
    return Links.quoted(list.sheet()) + "!" + fixed(list.first()) + ":" + fixed(list.last());
  }

  private static String fixed(CellAddress address) {
    return "$" + CellAddress.letters(address.column()) + "$" + address.row();
  }

  private static String[] texts(Allowed.OneOfTexts list) {
    boolean fits = String.join(",", list.texts()).length() <= LONGEST_LIST;
    if (!fits || list.texts().stream().anyMatch(text -> text.matches(".*[,\"].*"))) {
      throw new IllegalArgumentException("too long, or with a comma, for a list: " + list.texts());
    }
    return list.texts().toArray(String[]::new);
  }

  private static String serial(LocalDate day) {
    return Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, day));
  }
}
