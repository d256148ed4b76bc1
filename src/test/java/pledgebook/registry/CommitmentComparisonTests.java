package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.registry.CommitmentChange.Change;
import pledgebook.registry.CommitmentChange.Promised;

/// A round against the round of the year before: the round of the test resources, and the same with
/// one thing changed.
class CommitmentComparisonTests {
  @TempDir Path folder;
  private int rounds;

  private Round round(String... replacements) throws Exception {
    DefinitionFolder definition = new DefinitionFolder(folder.resolve("jobs" + rounds++));
    for (int i = 0; i < replacements.length; i += 2) {
      definition.replace("2024/round.yml", replacements[i], replacements[i + 1]);
    }
    return RoundReader.read(definition.file(""), 2024);
  }

  /// What is told of an indicator, and of nothing that only goes on.
  private static List<String> told(Round before, Round now) {
    return CommitmentComparison.of(before, now).stream()
        .filter(change -> change.change() != Change.CONTINUED)
        .map(change ->
            change.change() + " " + code(change.before()) + " " + code(change.indicator()))
        .toList();
  }

  private static String code(@Nullable Promised promised) {
    return promised == null ? "-" : promised.code().value() + promised.target();
  }

  @Test
  void aRoundGoesOnAsItWas() throws Exception {
    Round round = round();
    assertThat(told(round, round)).isEmpty();
    assertThat(CommitmentComparison.of(round, round)).hasSize(8);
  }

  /// The faults of the year before are handed on, and nothing is compared by halves.
  @Test
  void aFaultOfTheYearBeforeIsHandedOn() throws Exception {
    DefinitionFolder definition = new DefinitionFolder(folder.resolve("faulty"));
    Round round = RoundReader.read(definition.file(""), 2024);
    assertThat(CommitmentComparison.withYearBefore(definition.file(""), round))
        .isEqualTo(new CommitmentComparison.Compared(List.of(), List.of()));

    Files.createDirectories(definition.file("2023"));
    String before = definition.text("2024/round.yml").replace("2024", "2023");
    Files.writeString(definition.file("2023/round.yml"), before);
    CommitmentComparison.Compared sound =
        CommitmentComparison.withYearBefore(definition.file(""), round);
    assertThat(sound.faults()).isEmpty();
    assertThat(sound.changes()).isNotEmpty();

    definition.replace("2023/round.yml", "kind: flow", "kind: flood");
    CommitmentComparison.Compared faulty =
        CommitmentComparison.withYearBefore(definition.file(""), round);
    assertThat(faulty.changes()).isEmpty();
    assertThat(faulty.faults())
        .isNotEmpty()
        .allMatch(fault -> fault.place().file().equals("2023/round.yml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          开通服务12项以上   | value: 12, | 开通服务11项以上   | value: 11, | LOWERED A02-01≥12 A02-01≥11
          开通服务12项以上   | value: 12, | 开通服务13项以上   | value: 13, | RAISED A02-01≥12 A02-01≥13
          力争达到1.9之内    | value: 1.9, | 力争达到1.8之内   | value: 1.8, | RAISED A01-04力争≤1.9 A01-04力争≤1.8
          力争达到1.9之内    | value: 1.9, | 力争达到2.0之内   | value: 2.0, | LOWERED A01-04力争≤1.9 A01-04力争≤2.0
          20个拓展至30个     | from: 20, value: 30, | 20个拓展至25个 | from: 20, value: 25, | LOWERED A01-0220→30 A01-0220→25
          """)
  void aTargetRaisedOrLoweredIsTold(
      String words, String value, String otherWords, String otherValue, String expected)
      throws Exception {
    assertThat(told(round(), round(words, otherWords, value, otherValue)))
        .containsExactly(expected);
  }

  @Test
  void aStricterWordPromisesMoreAndTheReverseLess() throws Exception {
    Round looser = round();
    Round stricter =
        round(
            "开通服务12项以上",
            "开通服务突破12项",
            "comparator: at_least, value: 12",
            "comparator: more_than, value: 12");
    assertThat(told(looser, stricter))
        .containsExactly("RAISED A02-01≥12 A02-01>12", "REDEFINED A02-01≥12 A02-01>12");
    assertThat(told(stricter, looser))
        .containsExactly("LOWERED A02-01>12 A02-01≥12", "REDEFINED A02-01>12 A02-01≥12");
  }

  @Test
  void aPromiseMadeAnAspirationIsLowered() throws Exception {
    Round aspired = round();
    Round committed =
        round(
            "车站比力争达到", "车站比达到", "value: 1.9, firmness: aspired", "value: 1.9, firmness: committed");
    assertThat(told(committed, aspired))
        .containsExactly("LOWERED A01-04≤1.9 A01-04力争≤1.9", "REDEFINED A01-04≤1.9 A01-04力争≤1.9");
  }

  @Test
  void aTargetGivenUpIsLowered() throws Exception {
    Round without =
        round(
            "车站比力争达到1.9之内，",
            "",
            "        target: {comparator: at_most, value: 1.9, firmness: aspired}\n",
            "");
    assertThat(told(round(), without)).containsExactly("LOWERED A01-04力争≤1.9 A01-04");
    assertThat(told(without, round())).containsExactly("RAISED A01-04 A01-04力争≤1.9");
  }

  @Test
  void anotherUnitOrOtherReportersAreAnotherDefinition() throws Exception {
    Round unit =
        round(
            "开通服务12项以上",
            "开通服务10个以上",
            "value: 12,",
            "value: 10,",
            "        unit: 项\n",
            "        unit: 个\n");
    assertThat(told(round(), unit)).containsExactly("REDEFINED A02-01≥12 A02-01≥10");
    Round reporters =
        round("        kind: common\n", "        kind: common\n        reported_by: [310000]\n");
    assertThat(CommitmentComparison.of(round(), reporters))
        .filteredOn(change -> change.change() == Change.REDEFINED)
        .extracting(CommitmentChange::detail)
        .containsExactly("填报单位由“上海市、江苏省”改为“上海市”");
  }

  /// Renamed, and with a smaller figure: both stand alone, and it is said that they may be one.
  @Test
  void aTargetThatVanishesWithItsNameIsTold() throws Exception {
    Round renamed =
        round("name: 开通服务", "name: 上线服务", "开通服务12项以上", "开通服务9项以上", "value: 12,", "value: 9,");
    List<CommitmentChange> changes = CommitmentComparison.of(round(), renamed);
    assertThat(told(round(), renamed)).containsExactly("NEW - A02-01≥9", "DROPPED A02-01≥12 -");
    assertThat(changes)
        .filteredOn(change -> change.change() == Change.DROPPED)
        .extracting(CommitmentChange::detail)
        .allSatisfy(detail -> assertThat(detail).contains("A02-01≥9"));
  }

  @Test
  void aProjectUnderAnotherTitleIsCarriedOn() throws Exception {
    Round linked =
        round(
            "title: 示例服务",
            "title: 另一名称",
            "name: 开通服务",
            "name: 上线服务",
            "continues: {year: 2023, project: 4}",
            "continues: {year: 2024, project: 2, indicators: {A02-01: A02-01}}",
            "开通服务12项以上",
            "开通服务9项以上",
            "value: 12,",
            "value: 9,");
    assertThat(told(round(), linked)).containsExactly("LOWERED A02-01≥12 A02-01≥9");
    Round unlinked = round("title: 示例服务", "title: 另一名称");
    assertThat(told(round(), unlinked))
        .containsExactly("NEW - -", "NEW - A02-01≥12", "DROPPED - -", "DROPPED A02-01≥12 -");
  }
}
