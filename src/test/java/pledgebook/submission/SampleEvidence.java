package pledgebook.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Region;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.workbook.WorkbookContent.CellValue;

/// The evidence rows of one member in the sample round 2024. Rolled up over the four members they
/// give the published figures; how they are split over members, cities and months is demonstration.
final class SampleEvidence {
  private static final long SEED = 20_240_606L;
  private static final LocalDate HUHANG = LocalDate.of(2024, 12, 26);
  private static final int COMMON_SERVICES = 215;

  private final Round round;
  private final EntityCode entity;
  private final int place;
  private final List<String> cities;

  SampleEvidence(Round round, EntityCode entity) {
    this.round = round;
    this.entity = entity;
    this.place = round.entities().stream().map(e -> e.code()).toList().indexOf(entity);
    this.cities =
        round.regions().stream()
            .filter(region -> region.level().equals("city") && region.entity().equals(entity))
            .map(Region::name)
            .toList();
  }

  /// The rows by code of the form.
  Map<String, List<Map<String, CellValue>>> rows() {
    Map<String, List<Map<String, CellValue>>> rows = new TreeMap<>();
    rows.put("rail", rail());
    rows.put("milestone", milestones());
    rows.put("piles", piles());
    rows.put("windows", windows());
    rows.put("services", services());
    rows.put("cases", cases());
    rows.put("fertility", fertility());
    rows.put("venues", venues());
    rows.put("routes", routes());
    rows.put("villages", villages());
    rows.put("rural", rural());
    rows.put("care", care());
    rows.put("food", food());
    rows.put("visa", visa());
    return rows;
  }

  private List<Map<String, CellValue>> rail() {
    List<Map<String, CellValue>> rows = new ArrayList<>();
    switch (entity.value()) {
      case "310000" -> rows.add(section("沪苏湖铁路", "上海段", "64.8", "163.8", HUHANG));
      case "320000" -> {
        rows.add(section("沪苏湖铁路", "江苏段", "52.156", "163.8", HUHANG));
        rows.add(section("示例联络线甲", "增建线路", "4.2", "4.2", LocalDate.of(2024, 6, 20)));
      }
      case "330000" -> {
        rows.add(section("沪苏湖铁路", "浙江段", "46.844", "163.8", HUHANG));
        rows.add(section("杭温铁路", "杭州至温州", "260", "260", LocalDate.of(2024, 9, 6)));
      }
      case "340000" -> {
        rows.add(section("池黄高铁", "池州至黄山", "125", "125", LocalDate.of(2024, 4, 26)));
        rows.add(section("宣绩高铁", "宣城至绩溪", "111.6", "111.6", LocalDate.of(2024, 10, 10)));
        rows.add(section("示例联络线乙", "增建线路", "3", "3", LocalDate.of(2024, 11, 8)));
      }
      default -> throw new IllegalArgumentException("no sample for " + entity);
    }
    return rows;
  }

  private static Map<String, CellValue> section(
      String line, String section, String length, String whole, LocalDate opened) {
    return row(
        "line",
        line,
        "section",
        section,
        "length",
        new BigDecimal(length),
        "whole",
        new BigDecimal(whole),
        "opened",
        opened);
  }

  private List<Map<String, CellValue>> milestones() {
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (Indicator indicator : round.indicators()) {
      if (indicator.kind() == Kind.MILESTONE && indicator.reportedBy().contains(entity)) {
        for (String deliverable : indicator.deliverables()) {
          rows.add(
              row(
                  "indicator",
                  indicator.code().value(),
                  "deliverable",
                  deliverable,
                  "done",
                  "是",
                  "date",
                  delivered(deliverable),
                  "basis",
                  "示例文件：" + deliverable + "完成情况通报"));
        }
      }
    }
    return rows;
  }

  private static LocalDate delivered(String deliverable) {
    return switch (deliverable) {
      case "杭温铁路" -> LocalDate.of(2024, 9, 6);
      case "池黄高铁" -> LocalDate.of(2024, 4, 26);
      case "宣绩高铁" -> LocalDate.of(2024, 10, 10);
      case "沪苏湖铁路" -> HUHANG;
      default -> LocalDate.of(2024, 11, 28);
    };
  }

  private List<Map<String, CellValue>> piles() {
    List<Long> opening = split(opening("A02-02"), 1);
    List<Long> built = split(member(45_612, 58_347, 62_391, 40_650), 2);
    List<Long> removed = split(member(812, 1_204, 1_291, 793), 3);
    List<Long> total = split(member(1_240_156, 1_560_318, 1_702_084, 909_742), 4);
    List<Long> vehicles = split(member(1_851_204, 2_688_917, 2_831_466, 1_388_413), 5);
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 0; i < cities.size(); i++) {
      rows.add(
          row(
              "city",
              cities.get(i),
              "opening",
              opening.get(i),
              "built",
              built.get(i),
              "removed",
              removed.get(i),
              "closing",
              opening.get(i) + built.get(i) - removed.get(i),
              "total",
              total.get(i),
              "vehicles",
              vehicles.get(i)));
    }
    return rows;
  }

  private List<Map<String, CellValue>> windows() {
    SplittableRandom random = random(6);
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 1; i <= member(96, 152, 157, 110); i++) {
      rows.add(
          row(
              "code",
              "XN-" + entity + "-" + digits(i, 4),
              "name",
              "示例点位" + digits(i, 4),
              "city",
              city(i),
              "opened",
              LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366))));
    }
    return rows;
  }

  private List<Map<String, CellValue>> services() {
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 1; i <= COMMON_SERVICES; i++) {
      rows.add(row("code", "SX-" + digits(i, 4), "name", "示例政务服务事项" + digits(i, 4)));
    }
    for (int i = 1; i <= member(9, 6, 12, 4); i++) {
      rows.add(row("code", "SX-" + entity + "-" + digits(i, 2), "name", "示例本地事项" + digits(i, 2)));
    }
    return rows;
  }

  private List<Map<String, CellValue>> cases() {
    List<Long> windows = split(member(8_214, 13_467, 15_302, 11_617), 7);
    List<Long> online = split(member(4_086_512, 3_764_208, 4_071_863, 2_913_617), 8);
    List<Long> counters = split(member(130_842, 137_615, 152_468, 103_675), 9);
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 0; i < cities.size(); i++) {
      rows.add(
          row(
              "city",
              cities.get(i),
              "window_cases",
              windows.get(i),
              "online_cases",
              online.get(i),
              "counter_visits",
              counters.get(i)));
    }
    return rows;
  }

  private List<Map<String, CellValue>> fertility() {
    List<String> named = List.of("精子优选处理", "取卵术", "胚胎培养");
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      String name = i <= named.size() ? named.get(i - 1) : "示例辅助生殖项目" + digits(i, 2);
      rows.add(row("code", "FZ-" + digits(i, 2), "name", name));
    }
    for (int i = 1; i <= member(1, 0, 2, 0); i++) {
      rows.add(row("code", "FZ-" + entity + "-" + digits(i, 2), "name", "示例本地项目" + digits(i, 2)));
    }
    return rows;
  }

  private List<Map<String, CellValue>> venues() {
    List<String> kinds = List.of("文化场馆", "旅游景区", "健身场馆");
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 1; i <= member(612, 934, 1_017, 635); i++) {
      rows.add(
          row(
              "code",
              "CG-" + entity + "-" + digits(i, 4),
              "name",
              "示例场馆" + digits(i, 4),
              "kind",
              kinds.get(i % kinds.size()),
              "city",
              city(i)));
    }
    return rows;
  }

  /// Thirty featured routes and eight of the corridor; some are named by two members.
  private List<Map<String, CellValue>> routes() {
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      if (i % 4 == place || (i % 6 == 0 && (i + 1) % 4 == place)) {
        rows.add(named("示例精品线路" + digits(i, 2), "精品特色旅游线路", i));
      }
    }
    for (int i = 1; i <= 8; i++) {
      if (place >= 2 && (i % 2 == place % 2 || i % 3 == 0)) {
        rows.add(named("示例黄金游线" + digits(i, 2), "杭黄世界级廊道黄金游线", i));
      }
    }
    return rows;
  }

  private List<Map<String, CellValue>> villages() {
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 1; i <= member(428, 2_306, 2_891, 1_903); i++) {
      rows.add(
          row(
              "code",
              "XC-" + entity + "-" + digits(i, 4),
              "name",
              "示例村" + digits(i, 4),
              "city",
              city(i)));
    }
    return rows;
  }

  /// Fifty cases of one member each; ten landscape lines of two members each.
  private List<Map<String, CellValue>> rural() {
    List<List<Integer>> pairs =
        List.of(List.of(0, 1), List.of(1, 2), List.of(2, 3), List.of(0, 2), List.of(1, 3));
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      if (i % 4 == place) {
        rows.add(named("示例实践案例" + digits(i, 2), "实践案例", i));
      }
    }
    for (int i = 1; i <= 10; i++) {
      if (pairs.get(i % pairs.size()).contains(place)) {
        rows.add(named("示例风景线" + digits(i, 2), "跨省域风景线", i));
      }
    }
    return rows;
  }

  private List<Map<String, CellValue>> care() {
    List<Map<String, CellValue>> rows = new ArrayList<>();
    String abbreviation = round.entities().get(place).abbreviation();
    for (int i = 1; i <= member(52, 88, 96, 64); i++) {
      rows.add(named("示例旅居养老地" + abbreviation + digits(i, 3), "旅居养老地", i));
    }
    for (int i = 1; i <= member(18, 28, 31, 23); i++) {
      rows.add(named("示例康养目的地" + abbreviation + digits(i, 3), "健康养老目的地", i));
    }
    return rows;
  }

  private List<Map<String, CellValue>> food() {
    List<Long> batches = split(member(46_812, 68_435, 71_206, 50_027), 12, 10);
    List<Long> checks = split(member(562_314, 801_227, 846_519, 599_940), 12, 11);
    List<Long> intercepts = split(member(3_012, 4_287, 4_498, 3_203), 12, 12);
    List<Map<String, CellValue>> rows = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      rows.add(
          row(
              "month",
              LocalDate.of(2024, month, 1),
              "batches",
              batches.get(month - 1),
              "checks",
              checks.get(month - 1),
              "intercepts",
              intercepts.get(month - 1)));
    }
    return rows;
  }

  private List<Map<String, CellValue>> visa() {
    String name = round.entities().get(place).name();
    return List.of(
        row(
            "province",
            name,
            "area",
            name + "全域",
            "entries",
            member(31_205, 8_642, 10_318, 3_255),
            "started",
            LocalDate.of(2024, 12, 17)));
  }

  private Map<String, CellValue> named(String name, String kind, int number) {
    return row("kind", kind, "name", name, "city", city(number));
  }

  private String city(int number) {
    return cities.get(number % cities.size());
  }

  private long opening(String indicator) {
    return round
        .findOpening(new IndicatorCode(indicator), entity)
        .orElseThrow()
        .value()
        .longValueExact();
  }

  private long member(long... values) {
    return values[place];
  }

  private List<Long> split(long total, int salt) {
    return split(total, cities.size(), salt);
  }

  /// Parts of similar size that add up to the total; the last part takes what is left.
  private List<Long> split(long total, int parts, int salt) {
    SplittableRandom random = random(salt);
    List<Long> split = new ArrayList<>();
    long left = total;
    for (int rest = parts; rest > 1; rest--) {
      long even = left / rest;
      long part = even * random.nextInt(85, 116) / 100;
      split.add(part);
      left -= part;
    }
    split.add(left);
    return split;
  }

  private SplittableRandom random(int salt) {
    return new SplittableRandom(SEED + 1_000L * place + salt);
  }

  private static String digits(int number, int width) {
    String text = String.valueOf(number);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }

  private static Map<String, CellValue> row(Object... columnsAndValues) {
    Map<String, CellValue> row = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(columnsAndValues[i].toString(), value(columnsAndValues[i + 1]));
    }
    return row;
  }

  private static CellValue value(Object value) {
    return switch (value) {
      case Long number -> new CellValue.Decimal(BigDecimal.valueOf(number));
      case BigDecimal number -> new CellValue.Decimal(number);
      case LocalDate day -> new CellValue.Day(day);
      default -> new CellValue.Text(value.toString());
    };
  }
}
