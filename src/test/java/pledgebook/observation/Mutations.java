package pledgebook.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import pledgebook.observation.SampleRound.StagedRow;
import pledgebook.registry.Form;
import pledgebook.registry.Form.ColumnType;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Round;
import pledgebook.vocabulary.IndicatorCode;

/// Makes faults at random places of clean rows; the same seed makes the same faults.
final class Mutations {
  private static final String INDICATORS = "指标";
  private static final int UNIT = 3;
  private static final int OPENING = 4;
  private static final int FLOW = 5;
  private static final int CLOSING = 7;
  private static final int ACCOUNT = 8;

  private final Round round;
  private final List<StagedRow> clean;
  private final SplittableRandom random;

  Mutations(SampleRound sample, long seed) {
    this.round = sample.round;
    this.clean = sample.clean;
    this.random = new SplittableRandom(seed);
  }

  /// A fault at one place: the rows it changes, by their index; null where a row goes.
  ///
  /// @param text what was done, for people
  record Mutation(Fault fault, String text, List<Change> changes) {
    void apply(List<StagedRow> rows) {
      List<StagedRow> gone = new ArrayList<>();
      for (Change change : changes) {
        if (change.after() == null) {
          gone.add(rows.get(change.index()));
        } else if (change.index() < 0) {
          rows.add(change.after());
        } else {
          rows.set(change.index(), change.after());
        }
      }
      rows.removeAll(gone);
    }
  }

  /// @param index of the row; negative for one that is added
  record Change(int index, @Nullable StagedRow after) {}

  private record Place(int index, int position) {}

  Mutation next(Fault fault) {
    return switch (fault) {
      case SLIP_UP_4 -> slip(fault, 4);
      case SLIP_DOWN_4 -> slip(fault, -4);
      case SLIP_UP_8 -> slip(fault, 8);
      case SLIP_DOWN_8 -> slip(fault, -8);
      case COLUMN_UP_4 -> column(fault, 4, false);
      case COLUMN_DOWN_4 -> column(fault, -4, false);
      case COLUMN_UP_8 -> column(fault, 8, false);
      case COLUMN_DOWN_8 -> column(fault, -8, false);
      case COLUMN_IN_WHOLE_WAN -> column(fault, -4, true);
      case DIGITS_SWAPPED -> digitsSwapped();
      case LARGEST -> cell(fault, places(this::isPositive), "999999999999");
      case BLANK -> cell(fault, places(this::isNeeded), null);
      case NEGATIVE -> {
        Place place = pick(places(this::isPositive));
        yield cell(fault, List.of(place), "-" + text(place));
      }
      case TEXT -> {
        Place place = pick(places(this::isPositive));
        yield cell(fault, List.of(place), "约" + text(place) + "左右");
      }
      case EXCESS_DECIMALS -> {
        Place place = pick(places(this::isPositive));
        yield cell(fault, List.of(place), number(place).add(new BigDecimal("0.1234")).toString());
      }
      case DAY_OF_NEXT_YEAR -> day(fault, round.year() + 1);
      case DAY_OF_ANOTHER_CENTURY -> day(fault, round.year() - 100);
      case CODE_NOT_ON_THE_LIST -> cell(fault, places(this::isRegion), "示例市外");
      case CODE_OF_ANOTHER_MEMBER -> codeOfAnotherMember();
      case FLAG_TURNED -> cell(fault, places((row, p) -> type(row, p) == ColumnType.FLAG), "否");
      case ROW_TWICE -> rowTwice();
      case ROW_GONE -> rowGone();
      case TOTAL_CHANGED -> total(fault);
      case OPENING_CHANGED -> {
        Place place = pick(places((row, p) -> p == OPENING && isFigure(row, p)));
        yield cell(fault, List.of(place), number(place).add(BigDecimal.TEN).toString());
      }
      case UNIT_RENAMED -> {
        Place place =
            pick(places((row, p) -> row.form().equals(INDICATORS) && p == UNIT && filled(row, p)));
        yield cell(fault, List.of(place), "万" + text(place));
      }
      case INDICATOR_CODE_WRONG ->
          cell(fault, places((row, p) -> row.form().equals(INDICATORS) && p == 1), "A09-99");
      case TEXT_AGAINST_FIGURE -> textAgainstFigure();
    };
  }

  private Mutation slip(Fault fault, int power) {
    Place place = pick(places(this::isPositive));
    return cell(fault, List.of(place), number(place).scaleByPowerOfTen(power).toPlainString());
  }

  /// A member that fills in one thing throughout in another unit.
  private Mutation column(Fault fault, int power, boolean whole) {
    List<Place> places =
        places((row, p) ->
            row.form().equals(INDICATORS)
                && p == main(row)
                && indicator(row).filter(this::isAddedUp).isPresent());
    Place place = pick(places);
    StagedRow figure = clean.get(place.index());
    Indicator indicator = indicator(figure).orElseThrow();
    List<Change> changes = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    int position = valuePosition(indicator);
    String form = indicator.evidence() == null ? "" : indicator.evidence().form();
    for (int i = 0; i < clean.size(); i++) {
      StagedRow row = clean.get(i);
      if (row.submission().equals(figure.submission()) && row.form().equals(form)) {
        BigDecimal value = scaled(new BigDecimal(String.valueOf(row.cell(position))), power, whole);
        sum = sum.add(value);
        changes.add(new Change(i, row.with(position, value.toPlainString())));
      }
    }
    if (sum.signum() == 0) {
      // 0 is no longer a figure in another unit.
      return column(fault, power, whole);
    }
    changes.add(new Change(place.index(), figure.with(place.position(), sum.toPlainString())));
    return new Mutation(fault, where(place) + " 及其证据 ×10^" + power + (whole ? "取整" : ""), changes);
  }

  private static BigDecimal scaled(BigDecimal value, int power, boolean whole) {
    BigDecimal scaled = value.scaleByPowerOfTen(power);
    return whole ? scaled.setScale(0, RoundingMode.HALF_EVEN) : scaled;
  }

  private boolean isAddedUp(Indicator indicator) {
    return indicator.evidence() != null
        && indicator.evidence().value() != null
        && (indicator.kind() == Kind.FLOW || indicator.kind() == Kind.STOCK);
  }

  private int valuePosition(Indicator indicator) {
    var evidence = Optional.ofNullable(indicator.evidence()).orElseThrow();
    return round
        .form(evidence.form())
        .position(Optional.ofNullable(evidence.value()).orElseThrow());
  }

  private Mutation digitsSwapped() {
    Place place =
        pick(
            places((row, p) ->
                isPositive(row, p) && !swapped(String.valueOf(row.cell(p))).equals(row.cell(p))));
    return cell(Fault.DIGITS_SWAPPED, List.of(place), swapped(text(place)));
  }

  /// The first two neighbouring digits that differ, the other way round.
  private static String swapped(String number) {
    for (int i = 0; i + 1 < number.length(); i++) {
      char a = number.charAt(i);
      char b = number.charAt(i + 1);
      if (a != b && Character.isDigit(a) && Character.isDigit(b)) {
        return number.substring(0, i) + b + a + number.substring(i + 2);
      }
    }
    return number;
  }

  private Mutation day(Fault fault, int year) {
    Place place = pick(places((row, p) -> type(row, p) == ColumnType.DATE && filled(row, p)));
    return cell(fault, List.of(place), year + text(place).substring(4));
  }

  private Mutation codeOfAnotherMember() {
    Place place = pick(places(this::isRegion));
    String own = text(place);
    StagedRow other =
        clean.get(
            pick(places((row, p) ->
                p == place.position()
                    && isRegion(row, p)
                    && row.form().equals(clean.get(place.index()).form())
                    && !row.submission().equals(clean.get(place.index()).submission())
                    && !own.equals(row.cell(p))))
                .index());
    return cell(
        Fault.CODE_OF_ANOTHER_MEMBER, List.of(place), String.valueOf(other.cell(place.position())));
  }

  private Mutation rowTwice() {
    int index = random.nextInt(clean.size());
    StagedRow row = clean.get(index);
    return new Mutation(
        Fault.ROW_TWICE,
        where(new Place(index, 1)) + " 重复一行",
        List.of(new Change(-1, row.at(99_999))));
  }

  private Mutation rowGone() {
    int index = random.nextInt(clean.size());
    return new Mutation(
        Fault.ROW_GONE, where(new Place(index, 1)) + " 整行删去", List.of(new Change(index, null)));
  }

  private Mutation total(Fault fault) {
    Place place =
        pick(
            places(
                (row, p) -> row.form().equals(INDICATORS) && p == main(row) && isFigure(row, p)));
    return cell(fault, List.of(place), number(place).add(BigDecimal.ONE).toPlainString());
  }

  private Mutation textAgainstFigure() {
    Place place =
        pick(
            places(
                (row, p) -> row.form().equals(INDICATORS) && p == main(row) && isPositive(row, p)));
    StagedRow row = clean.get(place.index());
    BigDecimal other = number(place).add(BigDecimal.TEN);
    String text = "示例：截至年末达到" + other.toPlainString() + row.cell(UNIT) + "，进展顺利。";
    return cell(Fault.TEXT_AGAINST_FIGURE, List.of(new Place(place.index(), ACCOUNT)), text);
  }

  private Mutation cell(Fault fault, List<Place> places, @Nullable String text) {
    Place place = pick(places);
    StagedRow row = clean.get(place.index());
    return new Mutation(
        fault,
        where(place) + " " + row.cell(place.position()) + " → " + text,
        List.of(new Change(place.index(), row.with(place.position(), text))));
  }

  private String where(Place place) {
    StagedRow row = clean.get(place.index());
    return row.submission().substring(0, 6)
        + " "
        + row.sheet()
        + " 第"
        + row.number()
        + "行第"
        + place.position()
        + "列";
  }

  private List<Place> places(BiPredicate<StagedRow, Integer> fits) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < clean.size(); i++) {
      for (int position = 1; position <= clean.get(i).cells().size(); position++) {
        if (fits.test(clean.get(i), position)) {
          places.add(new Place(i, position));
        }
      }
    }
    return places;
  }

  /// Every form equally often, however many rows it has.
  private Place pick(List<Place> places) {
    List<String> forms =
        places.stream().map(place -> clean.get(place.index()).form()).distinct().toList();
    String form = forms.get(random.nextInt(forms.size()));
    List<Place> ofForm =
        places.stream().filter(place -> clean.get(place.index()).form().equals(form)).toList();
    return ofForm.get(random.nextInt(ofForm.size()));
  }

  private String text(Place place) {
    return String.valueOf(clean.get(place.index()).cell(place.position()));
  }

  private BigDecimal number(Place place) {
    return new BigDecimal(text(place));
  }

  private @Nullable ColumnType type(StagedRow row, int position) {
    return row.form().equals(INDICATORS)
        ? null
        : round.form(row.form()).columns().get(position - 1).type();
  }

  private boolean isFigure(StagedRow row, int position) {
    boolean number =
        row.form().equals(INDICATORS)
            ? position >= OPENING && position <= CLOSING
            : type(row, position) == ColumnType.NUMBER;
    return number && filled(row, position) && String.valueOf(row.cell(position)).matches("[0-9.]+");
  }

  private boolean isPositive(StagedRow row, int position) {
    return isFigure(row, position)
        && new BigDecimal(String.valueOf(row.cell(position))).signum() > 0;
  }

  private boolean isRegion(StagedRow row, int position) {
    if (row.form().equals(INDICATORS)) {
      return false;
    }
    String list = round.form(row.form()).columns().get(position - 1).list();
    return list != null && list.startsWith("regions/");
  }

  /// A cell that may not be blank.
  private boolean isNeeded(StagedRow row, int position) {
    if (row.form().equals(INDICATORS)) {
      return isFigure(row, position) || position == 1;
    }
    Form.Column column = round.form(row.form()).columns().get(position - 1);
    return filled(row, position) && (column.required() || column.key());
  }

  private static boolean filled(StagedRow row, int position) {
    String text = row.cell(position);
    return text != null && !text.isBlank();
  }

  private Optional<Indicator> indicator(StagedRow row) {
    String code = String.valueOf(row.cell(1));
    return IndicatorCode.isWellFormed(code)
        ? round.findIndicator(new IndicatorCode(code))
        : Optional.empty();
  }

  /// The position of the figure that is compared with the promise.
  private int main(StagedRow row) {
    return indicator(row).filter(i -> i.kind() == Kind.FLOW).isPresent() ? FLOW : CLOSING;
  }
}
