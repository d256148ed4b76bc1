package pledgebook.submission;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.registry.Form.ColumnType;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;

/// The words a submission is recognised by: names of sheets, headings, machine entries. Writer and
/// reader both take them from here.
final class Layout {
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]");
  private static final Pattern STAR = Pattern.compile("^\\*+|\\*+$");
  private static final Pattern COLON = Pattern.compile(":+$");

  static final String COVER = "封面";
  static final String GUIDE = "填报说明";
  static final String MACHINE = "_pledgebook";
  static final String LISTS = "_lists";

  static final String SEAL = "盖章处";

  /// Raised when sheets or headings change in a way an older reader would not understand.
  static final String TEMPLATE_VERSION = "1";

  /// Entries of the machine sheet: name in column A, value in column B.
  static final String MACHINE_ROUND = "round";

  static final String MACHINE_ENTITY = "entity";
  static final String MACHINE_TEMPLATE = "template";
  static final String MACHINE_DEFINITION = "definition";

  /// A heading is looked for in so many rows.
  static final int HEADING_ROWS = 20;

  private static final String EXPLANATION = Form.EXPLANATION.code();

  /// The sheet of indicators, described as a form like any other.
  static final Form INDICATORS =
      new Form(
          "指标",
          "指标",
          "",
          List.of(
              column("code", "指标代码", ColumnType.TEXT, true, 11),
              column("name", "指标名称", ColumnType.TEXT, false, 34),
              column("unit", "计量单位", ColumnType.TEXT, false, 10),
              column("opening", "上年末累计", ColumnType.NUMBER, false, 15),
              column("flow", "本年新增", ColumnType.NUMBER, true, 15),
              column("removed", "本年减少", ColumnType.NUMBER, true, 15),
              column("closing", "年末累计", ColumnType.NUMBER, true, 15),
              column("account", "完成情况说明", ColumnType.TEXT, true, 40),
              column("remark", "备注", ColumnType.TEXT, false, 18)));

  /// What stands in brackets behind a name, in the half-width form of [#plainName(String)].
  private static final Pattern BRACKETS =
      Pattern.compile("[(\\[【〔](?:单位:?)?([^()\\[\\]【】〔〕]+)[)\\]】〕]");

  /// What in brackets explains a figure and is no unit.
  private static final Pattern REMARK =
      Pattern.compile("(不?含|不?包括|其中|截[至止]|按|指|注|口径|年末|期末|累计|不?计|必填|选填).*");

  /// A multiple of a unit, whatever the unit is.
  private static final Pattern MULTIPLE = Pattern.compile("[十百千万亿]+.{0,3}");

  private Layout() {}

  private static Column column(
      String code, String heading, ColumnType type, boolean required, int width) {
    return new Column(code, heading, type, null, null, required, false, width);
  }

  /// The forms of a member's workbook: 指标 first, then its evidence forms.
  static List<Form> formsOf(Round round, EntityCode entity) {
    return Stream.concat(Stream.of(INDICATORS), round.formsOf(entity).stream()).toList();
  }

  /// The columns of 指标 a member fills for an indicator of a kind.
  static Set<String> entered(Kind kind) {
    return switch (kind) {
      case FLOW -> Set.of("flow", "account", "remark", EXPLANATION);
      case STOCK -> Set.of("flow", "removed", "closing", "account", "remark", EXPLANATION);
      case DISTINCT, COMMON, COVERAGE, DURATION ->
          Set.of("closing", "account", "remark", EXPLANATION);
      case NARRATIVE -> Set.of("account", "remark", EXPLANATION);
      case RATIO, MILESTONE -> Set.of();
    };
  }

  /// A heading as printed: the unit behind it where the heading does not say it, a star before it
  /// where a row needs the column.
  static String heading(Form form, Column column) {
    String star = column.required() && !form.equals(INDICATORS) ? "*" : "";
    return star + withUnit(column);
  }

  private static String withUnit(Column column) {
    if (column.unit() == null || column.heading().contains(column.unit().symbol())) {
      return column.heading();
    }
    return column.heading() + "（" + column.unit().symbol() + "）";
  }

  /// Tells whether a text in a heading row names the column: its heading, alone or with its unit or
  /// a remark in brackets. Whatever stands in brackets explains a column that holds no numbers.
  static boolean names(String text, Column column) {
    String plain = plainName(text);
    if (plain.equals(plainName(column.heading())) || plain.equals(plainName(withUnit(column)))) {
      return true;
    }
    List<String> bracketed = inBrackets(text, column);
    if (bracketed.isEmpty() || column.type() != ColumnType.NUMBER) {
      return !bracketed.isEmpty();
    }
    return bracketed.stream().anyMatch(group -> isUnit(group, column))
        ? bracketed.stream()
            .allMatch(group -> isUnit(group, column) || !MULTIPLE.matcher(group).matches())
        : bracketed.stream().allMatch(group -> REMARK.matcher(group).matches());
  }

  /// Tells whether a text names the column, but another unit than the column's.
  static boolean namesWithOtherUnit(String text, Column column) {
    return !names(text, column) && !inBrackets(text, column).isEmpty();
  }

  /// What stands in brackets behind the column's heading; nothing where other text stands there.
  private static List<String> inBrackets(String text, Column column) {
    String plain = plainName(text);
    String heading = plainName(column.heading());
    if (!plain.startsWith(heading)) {
      return List.of();
    }
    String behind = plain.substring(heading.length());
    return BRACKETS.matcher(behind).replaceAll("").isEmpty()
        ? BRACKETS.matcher(behind).results().map(group -> group.group(1)).toList()
        : List.of();
  }

  private static boolean isUnit(String text, Column column) {
    return column.unit() != null && text.equals(plainName(column.unit().symbol()));
  }

  /// A name without what people change unawares: blanks, width of characters, the star of a
  /// required column.
  static String plainName(String text) {
    String narrow =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    String bare = STAR.matcher(BLANK.matcher(narrow).replaceAll("")).replaceAll("");
    return COLON.matcher(bare).replaceAll("");
  }

  /// What of the round a member's template depends on, as one hash: an older template is recognised
  /// by it, and a reworded sentence elsewhere in the round does not make templates old.
  static Sha256 definition(Round round, EntityCode entity) {
    StringBuilder text = new StringBuilder(TEMPLATE_VERSION + " " + round.year() + "\n");
    round
        .owedBy(entity)
        .forEach(i -> text.append(List.of(i.code(), i.name(), i.unit(), i.kind())).append('\n'));
    for (Form form : round.formsOf(entity)) {
      text.append(form.code()).append(' ').append(form.title()).append('\n');
      for (Column column : form.columns()) {
        text.append(column).append('\n');
      }
    }
    return Sha256.of(text.toString());
  }

  /// What of the round reading a file depends on, whoever's it is, as one hash.
  static Sha256 reading(Round round) {
    StringBuilder text = new StringBuilder(TEMPLATE_VERSION + " " + round.year() + "\n");
    text.append(round.collectionStart()).append(' ').append(round.deadline()).append('\n');
    round.entities().forEach(entity -> text.append(entity).append('\n'));
    for (Form form : round.forms()) {
      text.append(List.of(form.code(), form.title())).append(form.columns()).append('\n');
    }
    for (Indicator indicator : round.indicators()) {
      List<String> forms =
          round.forms().stream().filter(indicator::restsOn).map(Form::code).toList();
      text.append(List.of(indicator.code(), indicator.name(), indicator.unit(), indicator.kind()))
          .append(indicator.reportedBy())
          .append(forms)
          .append('\n');
    }
    return Sha256.of(text.toString());
  }
}
