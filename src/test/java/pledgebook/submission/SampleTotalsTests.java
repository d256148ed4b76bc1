package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.workbook.WorkbookContent.CellValue;

/// Rolled up over the members, the samples give the published figures of 2024.
class SampleTotalsTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final Map<EntityCode, Filling> FILLINGS = fillings();

  private static Map<EntityCode, Filling> fillings() {
    Map<EntityCode, Filling> fillings = new TreeMap<>();
    for (ReportingEntity entity : ROUND.entities()) {
      fillings.put(entity.code(), new SampleSubmissions(ROUND).filling(entity.code()));
    }
    return fillings;
  }

  private static BigDecimal decimal(Map<String, CellValue> row, String column) {
    return row.get(column) instanceof CellValue.Decimal(BigDecimal number)
        ? number
        : BigDecimal.ZERO;
  }

  private static String text(Map<String, CellValue> row, String column) {
    return row.get(column) instanceof CellValue.Text(String text) ? text : "";
  }

  private static List<Map<String, CellValue>> rows(String form) {
    List<Map<String, CellValue>> rows = new ArrayList<>();
    FILLINGS.values().forEach(f -> rows.addAll(f.evidence().getOrDefault(form, List.of())));
    return rows;
  }

  private static BigDecimal sum(String form, String column) {
    return rows(form).stream()
        .map(row -> decimal(row, column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long distinct(String form, String column, String kind) {
    return rows(form).stream()
        .filter(row -> kind.isEmpty() || text(row, "kind").equals(kind))
        .map(row -> text(row, column))
        .distinct()
        .count();
  }

  private static Set<String> common(String form) {
    Set<String> common = null;
    for (Filling filling : FILLINGS.values()) {
      Set<String> codes = new HashSet<>();
      filling.evidence().getOrDefault(form, List.of()).forEach(row -> codes.add(text(row, "code")));
      if (common == null) {
        common = codes;
      } else {
        common.retainAll(codes);
      }
    }
    return common == null ? Set.of() : common;
  }

  @ParameterizedTest
  @CsvSource({
    "rail, length, 667.6",
    "piles, built, 207000",
    "piles, closing, 755300",
    "piles, total, 5412300",
    "cases, window_cases, 48600",
    "cases, online_cases, 14836200",
    "cases, counter_visits, 524600",
    "food, batches, 236480",
    "food, checks, 2810000",
    "food, intercepts, 15000",
    "visa, entries, 53420"
  })
  void sumsArePublishedFigures(String form, String column, BigDecimal published) {
    assertThat(sum(form, column)).isEqualByComparingTo(published);
  }

  @ParameterizedTest
  @CsvSource({
    "windows, code, '', 515",
    "windows, city, '', 41",
    "venues, code, '', 3198",
    "routes, name, 精品特色旅游线路, 30",
    "routes, name, 杭黄世界级廊道黄金游线, 8",
    "villages, code, '', 7528",
    "rural, name, 实践案例, 50",
    "rural, name, 跨省域风景线, 10",
    "care, name, 旅居养老地, 300",
    "care, name, 健康养老目的地, 100",
    "visa, province, '', 4",
    "piles, city, '', 41"
  })
  void countsArePublishedFigures(String form, String column, String kind, long published) {
    assertThat(distinct(form, column, kind)).isEqualTo(published);
  }

  @Test
  void someRoutesAreNamedByTwoMembersAndEveryLandscapeLineIs() {
    assertThat(rows("routes").stream().filter(r -> text(r, "kind").startsWith("精品")).count())
        .isEqualTo(35);
    assertThat(rows("rural").stream().filter(r -> text(r, "kind").startsWith("跨省")).count())
        .isEqualTo(20);
  }

  @Test
  void commonItemsAreThoseEveryMemberHas() {
    assertThat(common("services")).hasSize(215);
    assertThat(common("fertility")).hasSize(12);
    assertThat(distinct("services", "code", "")).isGreaterThan(215);
  }

  @Test
  void theRatioOfVehiclesToPilesPrintsAsPublished() {
    assertThat(sum("piles", "vehicles").divide(sum("piles", "total"), 2, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("1.62");
  }

  @Test
  void theSectionsOfEveryLineAddUpToTheLine() {
    Map<String, BigDecimal> sections = new HashMap<>();
    Map<String, BigDecimal> wholes = new HashMap<>();
    for (Map<String, CellValue> row : rows("rail")) {
      sections.merge(text(row, "line"), decimal(row, "length"), BigDecimal::add);
      wholes.put(text(row, "line"), decimal(row, "whole"));
    }
    assertThat(sections).hasSize(6).containsKey("沪苏湖铁路");
    assertThat(sections)
        .allSatisfy((line, sum) -> assertThat(sum).isEqualByComparingTo(wholes.get(line)));
  }

  @Test
  void closingIsOpeningAndBuiltLessRemovedForEveryMemberAndEveryCity() {
    for (Map.Entry<EntityCode, Filling> member : FILLINGS.entrySet()) {
      Map<String, CellValue> entries =
          member.getValue().indicators().getOrDefault(new IndicatorCode("A02-02"), Map.of());
      BigDecimal opening =
          ROUND.findOpening(new IndicatorCode("A02-02"), member.getKey()).orElseThrow().value();
      assertThat(decimal(entries, "closing"))
          .isEqualByComparingTo(
              opening.add(decimal(entries, "flow")).subtract(decimal(entries, "removed")));
    }
    assertThat(rows("piles"))
        .allSatisfy(row ->
            assertThat(decimal(row, "closing"))
                .isPositive()
                .isEqualByComparingTo(
                    decimal(row, "opening")
                        .add(decimal(row, "built"))
                        .subtract(decimal(row, "removed"))));
  }
}
