package pledgebook.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Sha256;

class ComposerTests {
  private static final String NEVER_FIRST = "，。、；：？！）》」』】〕〉”’％%…∶·—/.:)]}";
  private static final String NEVER_LAST = "（《「『【〔〈“‘∶/([{";
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile(".*\\d([.万亿余]|万亿)?$");
  private static final Pattern STARTS_BOUND = Pattern.compile("^[\\d.万亿余∶％%个件公城年家].*");
  private static final Imprint IMPRINT =
      new Imprint("示例", "示例", LocalDate.of(2025, 6, 7), Sha256.of("composer"));

  private final Composer composer = Document.begin(IMPRINT).composer();

  @Test
  void keepsTheRulesOfLineStartAndLineEndInAnyText() {
    for (int seed = 0; seed < 3000; seed++) {
      RandomText random = new RandomText(seed);
      List<Run> runs = random.paragraph();
      double measure = 30 + random.upTo(90);
      Galley galley = composer.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.JUSTIFIED);
      assertThat(String.join("", galley.lines())).as("seed %d", seed).isEqualTo(text(runs));
      List<String> lines = galley.lines();
      for (int i = 0; i < lines.size(); i++) {
        String where = "seed " + seed + " line " + i + ": " + lines;
        if (i > 0) {
          assertThat(NEVER_FIRST).as(where).doesNotContain(lines.get(i).substring(0, 1));
          assertNothingDivided(lines.get(i - 1), lines.get(i), where);
        }
        if (i + 1 < lines.size()) {
          assertThat(NEVER_LAST).as(where).doesNotContain(last(lines.get(i)));
        }
      }
    }
  }

  private static void assertNothingDivided(String before, String after, String where) {
    boolean numberDivided =
        ENDS_IN_NUMBER.matcher(before).matches() && STARTS_BOUND.matcher(after).matches();
    assertThat(numberDivided).as("number, " + where).isFalse();
    assertThat(isLatin(before.charAt(before.length() - 1)) && isLatin(after.charAt(0)))
        .as("word, " + where)
        .isFalse();
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x7f;
  }

  private static final Pattern UNDIVIDED =
      Pattern.compile(
          "[0-9０-９](?:[0-9０-９.．]*[0-9０-９])?[万亿余]*"
              + "(?:小时|平方公里|公里|人次|个工作日|批次|[％%个件家城年项条])"
              + "|[第超](?=[0-9])[0-9]+"
              + "|(?<=[，、])(?:杭温铁路|池黄高铁|市交通委|省发展改革委|放心商店|放心餐饮|取卵术|宣绩|沪苏湖)(?=[、。])");

  /// Numbers with their units and short items of lists, in any text, at any measure and alignment.
  @Test
  void dividesNoNumberFromItsUnitAndNoShortItemOfAList() {
    for (int seed = 0; seed < 3000; seed++) {
      RandomText random = new RandomText(seed);
      List<Run> runs = random.paragraph();
      Alignment alignment = seed % 2 == 0 ? Alignment.JUSTIFIED : Alignment.LEFT;
      List<String> lines =
          composer.compose(runs, TypeScale.BODY_SNUG, 30 + random.upTo(90), alignment).lines();
      Set<Integer> ends = new TreeSet<>();
      int at = 0;
      for (String line : lines) {
        at += line.length();
        ends.add(at);
      }
      Matcher matcher = UNDIVIDED.matcher(text(runs));
      while (matcher.find()) {
        for (int i = matcher.start() + 1; i < matcher.end(); i++) {
          assertThat(ends).as("seed %d %s: %s", seed, matcher.group(), lines).doesNotContain(i);
        }
      }
    }
  }

  @Test
  void aWordIsRatherNotTorn() {
    Composer knowing = composer.withUnits(List.of(), List.of("充换电"));
    String text = "推进社会保障卡在文旅场馆的“一卡通”应用，充换电设施三省一市其余地区都有。上海市：市交通委";
    for (String word : List.of("一卡通", "充换电", "三省", "一市", "其余", "：市")) {
      for (int measure = 40; measure < 110; measure++) {
        List<Run> runs = List.of(Run.of(text));
        assertThat(knowing.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.LEFT).lines())
            .as("%s at %d", word, measure)
            .anySatisfy(line -> assertThat(line).contains(word));
      }
    }
  }

  @Test
  void aMarkGivesWayWhereAHoleWouldBeLeft() {
    String text = "长三角地区新增建成铁路里程660公里，杭温铁路、池黄高铁等建成通车，沪苏湖铁路力争通车，加快项目建设。";
    double measure = TypeScale.BODY.em() * 22;
    List<Run> runs = List.of(Run.of(text));
    assertThat(composer.compose(runs, TypeScale.BODY, measure, Alignment.JUSTIFIED).lines().get(0))
        .endsWith("杭温铁路、");
  }

  @Test
  void unitsOfTheRoundAreNotDividedEither() {
    Composer counting = composer.withUnits(List.of("服务站"));
    for (int half = 40; half < 120; half++) {
      double measure = half / 2.0;
      List<Run> runs = List.of(Run.of("长三角地区新增建成共享充电12服务站以及更多"));
      assertThat(counting.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.LEFT).lines())
          .anySatisfy(line -> assertThat(line).contains("12服务站"));
    }
  }

  /// Texts of Han and stops alone, where every gap but those before stops can be divided.
  @Test
  void leavesNoLonelyCharacterInAnyText() {
    for (int seed = 0; seed < 3000; seed++) {
      RandomText random = new RandomText(seed);
      StringBuilder text = new StringBuilder();
      int length = 20 + random.upTo(150);
      for (int i = 0; i < length; i++) {
        text.append(i % 13 == 12 || i + 1 == length ? "，" : "长三角地区".charAt(random.upTo(5)));
      }
      Alignment alignment = seed % 2 == 0 ? Alignment.JUSTIFIED : Alignment.LEFT;
      List<String> lines =
          composer
              .compose(
                  List.of(Run.of(text.toString())),
                  TypeScale.BODY_SNUG,
                  25 + random.upTo(90),
                  alignment)
              .lines();
      if (lines.size() > 1) {
        assertThat(lines.getLast().replace("，", "").length())
            .as("seed %d %s", seed, lines)
            .isGreaterThanOrEqualTo(2);
      }
    }
  }

  /// Digits stand close, and what room there is beside one would not be taken for a blank.
  @Test
  void setsDigitsTight() {
    for (int seed = 0; seed < 300; seed++) {
      List<Run> runs = new RandomText(seed).paragraph();
      List<ComposedLine.Segment> segments =
          composer
              .compose(runs, TypeScale.BODY_SNUG, 80, Alignment.JUSTIFIED)
              .composedLines()
              .stream()
              .flatMap(line -> line.segments().stream())
              .toList();
      assertThat(segments).as("seed %d", seed).noneMatch(ComposerTests::divided);
      assertThat(segments)
          .as("seed %d", seed)
          .flatMap(ComposedLine.Segment::pieces)
          .filteredOn(piece -> piece.text().matches(".*\\d"))
          .allSatisfy(piece -> assertThat(piece.roomAfter()).isLessThanOrEqualTo(90));
    }
  }

  private static boolean divided(ComposedLine.Segment segment) {
    List<ComposedLine.Piece> pieces = segment.pieces();
    for (int i = 0; i + 1 < pieces.size(); i++) {
      if (pieces.get(i).text().matches(".*\\d") && pieces.get(i + 1).text().matches("\\d.*")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void keepsToTheMeasureUnlessALineCannotBeDivided() {
    for (int seed = 0; seed < 1000; seed++) {
      RandomText random = new RandomText(seed);
      List<Run> runs = random.paragraph();
      double measure = 12 + random.upTo(90);
      Galley galley = composer.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.JUSTIFIED);
      if (measure > 60) {
        assertThat(galley.keepsToMeasure()).as("seed %d", seed).isTrue();
        assertThat(galley.width()).isLessThanOrEqualTo(measure + 0.001);
      }
    }
  }

  @Test
  void fillsJustifiedLinesFlushOnTheRight() {
    Run text = Run.of("长三角地区新建公共充电桩七万个以上，".repeat(12));
    List<ComposedLine> lines =
        composer
            .compose(List.of(text), TypeScale.BODY_SNUG, 98, Alignment.JUSTIFIED)
            .composedLines();
    int measure = (int) Math.floor(Page.points(98) * 1000 / 9.5);
    assertThat(lines).hasSizeGreaterThan(5);
    assertThat(lines.subList(0, lines.size() - 1))
        .allSatisfy(line -> assertThat(line.width()).isEqualTo(measure));
    assertThat(lines.getLast().width()).isLessThan(measure);
  }

  @Test
  void squeezesMarksThatStandTogetherByHalfAnEm() {
    assertThat(naturalWidth("长”，《桩")).isEqualTo(5000 - 500 - 500);
    assertThat(naturalWidth("长，桩")).isEqualTo(3000);
    assertThat(naturalWidth("长桩。")).isEqualTo(3000 - 500);
    assertThat(naturalWidth("（长")).isEqualTo(2000 - 500);
    assertThat(naturalWidth("长“‘桩")).isEqualTo(4000 - 500);
  }

  /// One more character comes onto the line when the marks give way, by a quarter of an em each.
  @Test
  void bringsACharacterOntoALineWhereMarksGiveWay() {
    Run text = Run.of("杭温铁路，池黄高铁，建成通车，长三角区");
    double measure = Page.millimetres(9.5 * 18.6);
    assertThat(
            composer.compose(List.of(text), TypeScale.BODY_SNUG, measure, Alignment.LEFT).lines())
        .hasSize(2);
    ComposedLine line =
        composer
            .compose(List.of(text), TypeScale.BODY_SNUG, measure, Alignment.JUSTIFIED)
            .composedLines()
            .getFirst();
    assertThat(line.text()).isEqualTo(text.text());
    assertThat(line.width()).isLessThanOrEqualTo(18_600);
    assertThat(line.segments().getFirst().pieces())
        .filteredOn(piece -> piece.roomAfter() != 0)
        .extracting(ComposedLine.Piece::roomAfter)
        .allSatisfy(room -> assertThat(room).isBetween(-250, -100));
  }

  @Test
  void setsTheMarksOfATitleHalfAsWide() {
    Galley title =
        composer.balance(List.of(Run.of("长三角“一件事”专区")), TypeScale.TITLE, 100, Alignment.LEFT);
    assertThat(title.composedLines().getFirst().width()).isEqualTo(10_000 - 500 - 500);
  }

  private int naturalWidth(String text) {
    return composer
        .compose(List.of(Run.of(text)), TypeScale.BODY_SNUG, 100, Alignment.LEFT)
        .composedLines()
        .getFirst()
        .width();
  }

  @Test
  void keepsATiedRunOnOneLine() {
    for (double measure = 25; measure < 60; measure += 0.5) {
      List<Run> runs =
          List.of(Run.of("新增建成铁路里程达到"), Run.of("超200平方公里").tied(Run.Tie.INSIDE), Run.of("以上"));
      assertThat(composer.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.LEFT).lines())
          .anySatisfy(line -> assertThat(line).contains("超200平方公里"));
    }
  }

  @Test
  void keepsAnOnwardRunWithTheBeginningOfTheNext() {
    for (double measure = 25; measure < 60; measure += 0.5) {
      List<Run> runs =
          List.of(
              Run.of("新增建成铁路里程达到"),
              Run.of("超1480").in(Ink.RED).tied(Run.Tie.ONWARD),
              Run.of("公里级").tied(Run.Tie.INSIDE),
              Run.of("以上"));
      assertThat(composer.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.LEFT).lines())
          .anySatisfy(line -> assertThat(line).contains("超1480公里级"));
    }
  }

  @Test
  void leavesNoLonelyCharacterOnTheLastLine() {
    Run text = Run.of("长三角地区新增建成铁路里程加快建设。");
    double measure = Page.millimetres(9.5 * 16.1);
    assertThat(
            composer
                .compose(List.of(text), TypeScale.BODY_SNUG, measure, Alignment.JUSTIFIED)
                .lines())
        .containsExactly("长三角地区新增建成铁路里程加快", "建设。");
  }

  @Test
  void leavesNoHoleWhereALongFigureMovesDown() {
    List<Run> runs =
        List.of(
            Run.of("开通跨省通办“远程虚拟窗口”服务点位515个，实现41城全覆盖，累计办理业务4.86万件；“一网通办”平台开通政务服务超200项，累计全程网办"),
            Run.of("超1480万").tied(Run.Tie.ONWARD),
            Run.of("件，线下窗口服务超52万人次。"));
    double measure = Page.millimetres(24.001 * 9.5);
    assertThat(composer.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.LEFT).composedLines())
        .extracting(ComposedLine::width)
        .anyMatch(width -> width < 21_000);
    List<ComposedLine> even =
        composer.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.JUSTIFIED).composedLines();
    assertThat(even.subList(0, even.size() - 1))
        .extracting(ComposedLine::width)
        .allMatch(width -> width >= 24_000);
  }

  @Test
  void leavesALineAsItIsThatCannotBeFilled() {
    List<Run> runs =
        List.of(Run.of("累计建成"), Run.of("0123456789".repeat(4)).tied(Run.Tie.INSIDE), Run.of("个"));
    ComposedLine first =
        composer
            .compose(runs, TypeScale.BODY_SNUG, 80, Alignment.JUSTIFIED)
            .composedLines()
            .getFirst();
    assertThat(first.width()).isEqualTo(4000);
  }

  @Test
  void needsNoMoreLinesEvenThanGreedy() {
    for (int seed = 0; seed < 500; seed++) {
      RandomText random = new RandomText(seed);
      List<Run> runs = random.paragraph();
      double measure = 60 + random.upTo(50);
      assertThat(composer.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.JUSTIFIED).height())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(
              composer.compose(runs, TypeScale.BODY_SNUG, measure, Alignment.LEFT).height());
    }
  }

  @Test
  void balancesATitle() {
    Run title = Run.of("长三角新能源汽车充换电基础设施一张网");
    double measure = Page.millimetres(15 * 12.5);
    assertThat(composer.compose(List.of(title), TypeScale.TITLE, measure, Alignment.LEFT).lines())
        .containsExactly("长三角新能源汽车充换电基", "础设施一张网");
    assertThat(composer.balance(List.of(title), TypeScale.TITLE, measure, Alignment.LEFT).lines())
        .containsExactly("长三角新能源汽车充", "换电基础设施一张网");
  }

  @Test
  void tellsWhenAWordIsWiderThanTheMeasure() {
    List<Run> runs = List.of(Run.of("版本" + "0123456789".repeat(6)));
    assertThat(composer.compose(runs, TypeScale.BODY_SNUG, 30, Alignment.LEFT).keepsToMeasure())
        .isFalse();
    assertThat(composer.compose(runs, TypeScale.BODY_SNUG, 130, Alignment.LEFT).keepsToMeasure())
        .isTrue();
  }

  @Test
  void refusesACharacterTheFontLacks() {
    List<Run> runs = List.of(Run.of("精品线路"), Run.of("已有\uD83D\uDE04三十条"));
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> composer.compose(runs, TypeScale.BODY_SNUG, 80, Alignment.LEFT))
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo("typesetting.missing-glyph");
          assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
        })
        .withMessageContaining("\uD83D\uDE04")
        .withMessageContaining("U+1F604")
        .withMessageContaining("三十条");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() ->
            composer.compose(List.of(Run.of("一\n二")), TypeScale.BODY_SNUG, 80, Alignment.LEFT))
        .withMessageContaining("U+000A");
  }

  private static String text(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  private static String last(String line) {
    return line.substring(line.length() - 1);
  }

  @Test
  void aFontThatIsGoneOrBrokenIsAClearFailure() {
    assertThatThrownBy(() -> Typefaces.bytes("NotoSansSC-None.ttf"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("typesetting.font-not-readable");
              assertThat(failure.getMessage()).contains("NotoSansSC-None.ttf", "重新取得");
            });
    byte[] cut = Arrays.copyOf(Typefaces.bytes("NotoSansSC-Bold.ttf"), 500);
    assertThatThrownBy(() -> Typefaces.read("NotoSansSC-Bold.ttf", cut))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo("typesetting.font-not-readable"));
  }
}
