package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.registry.Evidence.KeyColumn;
import pledgebook.registry.Evidence.Normalisation;
import pledgebook.registry.Printed.Qualifier;
import pledgebook.registry.Printed.Scale;
import pledgebook.registry.Source.Provenance;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.UnitOfMeasure;

/// The rounds of the repository, read whole.
class RoundReaderTests {
  @ParameterizedTest
  @CsvSource({"2024, 40, 14, 24", "2025, 22, 9, 0"})
  void readsTheRounds(int year, int indicators, int forms, int opening) throws Exception {
    Round round = RoundReader.read(Path.of("jobs"), year);

    assertThat(round.projects()).hasSize(10);
    assertThat(round.indicators()).hasSize(indicators);
    assertThat(round.forms()).hasSize(forms);
    assertThat(round.opening()).hasSize(opening);
    assertThat(round.reference("regions/city")).hasSize(41);
    assertThat(round.entities())
        .extracting(ReportingEntity::abbreviation)
        .containsExactly("沪", "苏", "浙", "皖");
    assertThat(round.demonstration()).isTrue();
    assertThat(round.deadline()).isEqualTo(LocalDate.of(year + 1, 2, 28));
    assertThat(round.period().contains(LocalDate.of(year, 12, 31))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void everyProjectSaysWhatIsUncertain(int year) throws Exception {
    for (Project project : RoundReader.read(Path.of("jobs"), year).projects()) {
      assertThat(project.source().note()).contains("责任单位").contains("演示数据");
      if (project.source().provenance() == Provenance.RECONSTRUCTED) {
        assertThat(project.source().note()).contains("据公开报道整理");
        assertThat(new Sentence(project.commitment()).figures()).isEmpty();
      }
    }
  }

  @Test
  void readsFiguresExactly() throws Exception {
    Round round = RoundReader.read(Path.of("jobs"), 2024);

    Indicator ratio = round.indicator(new IndicatorCode("A02-05"));
    assertThat(ratio.target())
        .isEqualTo(
            new Target(
                Target.Comparator.AT_MOST,
                new BigDecimal("1.9"),
                null,
                Target.Firmness.ASPIRED,
                false,
                null));
    assertThat(ratio.reportedBy()).isEmpty();
    Indicator online = round.indicator(new IndicatorCode("A03-05"));
    assertThat(online.printed())
        .isEqualTo(new Printed(Scale.WAN, 0, new BigDecimal("100000"), Qualifier.MORE_THAN));
    assertThat(online.unit()).isEqualTo(new UnitOfMeasure("件", 0));
    Indicator piles = round.indicator(new IndicatorCode("A02-02"));
    assertThat(piles.flow()).isEqualTo(new IndicatorCode("A02-01"));
    assertThat(
            round.opening().stream()
                .filter(o -> o.indicator().equals(piles.code()))
                .map(OpeningValue::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("552400");
  }

  @Test
  void readsEvidence() throws Exception {
    Round round = RoundReader.read(Path.of("jobs"), 2024);

    assertThat(round.indicator(new IndicatorCode("A01-01")).evidence())
        .isEqualTo(
            new Evidence(
                "rail",
                List.of(
                    new KeyColumn("line", Normalisation.NAME),
                    new KeyColumn("section", Normalisation.NAME)),
                "length",
                "opened",
                null,
                Map.of(),
                "whole"));
    assertThat(round.form("milestone").position("basis")).isEqualTo(5);
    assertThat(round.formsOf(new EntityCode("310000"))).hasSize(14);
    assertThat(round.indicator(new IndicatorCode("A01-04")).reportedBy())
        .extracting(EntityCode::value)
        .containsExactly("310000", "320000", "330000");
    assertThat(round.indicator(new IndicatorCode("A01-05")).place())
        .extracting(DefinitionPlace::file, DefinitionPlace::key)
        .containsExactly("2024/round.yml", "projects[0].indicators[4]");
  }

  /// A project with 各 promises the same of each member, so each has an indicator of its own.
  @Test
  void readsAPromiseOfEachMember() throws Exception {
    Round round = RoundReader.read(Path.of("jobs"), 2025);

    for (String code : List.of("A01-03", "A01-04", "A01-05", "A01-06")) {
      assertThat(round.indicator(new IndicatorCode(code)).reportedBy()).hasSize(1);
      assertThat(round.indicator(new IndicatorCode(code)).isCommitted()).isTrue();
    }
    assertThat(round.projects().get(3).continues())
        .isEqualTo(new Project.Continuation(2024, 5, Map.of()));
  }

  @Test
  void theChecksumFollowsTheBytes(@TempDir Path folder) throws Exception {
    DefinitionFolder definition = new DefinitionFolder(folder.resolve("jobs"));
    Path jobs = definition.file("");
    Round first = RoundReader.read(jobs, 2024);
    Round second = RoundReader.read(jobs, 2024);
    definition.replace("2024/opening.csv", "12", "13");
    Round third = RoundReader.read(jobs, 2024);

    assertThat(second).isEqualTo(first);
    assertThat(third.checksum()).isNotEqualTo(first.checksum());
  }
}
