package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pledgebook.registry.Round;
import pledgebook.registry.RoundTables;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// What changed between a superseded version and the one in force.
class ChangedCellTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final Relation CHANGED = new Relation("submission", "changed_cell");

  private final Warehouse warehouse = Warehouse.inMemory();

  private record Version(String name, String received, List<List<@Nullable String>> rows) {}

  @BeforeEach
  void declare() {
    RoundTables.write(warehouse, ROUND);
    Submissions.declare(warehouse);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private static List<@Nullable String> village(String code, String name) {
    return Arrays.asList(code, name, "上海市");
  }

  private List<String> changed(Version... versions) {
    warehouse.replace(
        null,
        List.of(Submissions.INTAKE, Submissions.STAGED_SHEET, Submissions.STAGED_ROW),
        tables -> {
          for (Version version : versions) {
            stage(tables, version);
          }
        });
    Submissions.settle(warehouse);
    return warehouse.read(
        CHANGED,
        row ->
            String.join(
                " ",
                row.text("superseded"),
                row.text("key"),
                row.text("heading"),
                row.text("change"),
                row.optionalText("old_cell") + "→" + row.optionalText("new_cell"),
                row.optionalText("old_value") + "→" + row.optionalText("new_value")));
  }

  private static void stage(Warehouse.Appenders tables, Version version) {
    tables
        .to(Submissions.INTAKE)
        .row(
            version.name(),
            "310000",
            "310000/" + version.name() + ".xlsx",
            "received",
            version.received(),
            null,
            true,
            1,
            null,
            false);
    tables
        .to(Submissions.STAGED_SHEET)
        .row(version.name(), "和美乡村", "villages", 1, List.of("A", "B", "C"));
    int number = 2;
    for (List<@Nullable String> row : version.rows()) {
      String sheet = number > 4 ? "和美乡村（2）" : "和美乡村";
      tables.to(Submissions.STAGED_ROW).row(version.name(), sheet, "villages", number++, row, null);
    }
    tables
        .to(Submissions.STAGED_SHEET)
        .row(version.name(), "和美乡村（2）", "villages", 1, List.of("A", "B", "C"));
  }

  @Test
  void aRowThatWentToAnotherSheetIsTheSameRowAndSaysWhereItStood() {
    List<List<@Nullable String>> earlier =
        List.of(village("甲1", "甲村"), village("乙1", "乙村"), village("丙1", "丙村"), village("丁1", "丁村"));
    List<List<@Nullable String>> later =
        List.of(
            village("丁1", "丁村"), village("乙1", "乙村"), village("丙1", "丙村"), village("甲1", "甲新村"));
    assertThat(
            changed(new Version("a", "2025-01-01", earlier), new Version("b", "2025-02-01", later)))
        .containsExactly("a 甲1 村庄名称 changed 和美乡村!B2→B5 甲村→甲新村");
    assertThat(warehouse.read(CHANGED, row -> row.text("sheet"))).containsExactly("和美乡村（2）");
  }

  @Test
  void tellsTheCellWithOldAndNewValueWhereverTheRowMoved() {
    assertThat(
            changed(
                new Version(
                    "one", "2025-02-01", List.of(village("XC-1", "示例甲"), village("XC-2", "示例乙"))),
                new Version(
                    "two", "2025-02-02", List.of(village("XC-2", "示例丙"), village("xc-1", "示例甲")))))
        .containsExactly(
            "one XC-1 村庄编码 changed A2→A3 XC-1→xc-1", "one XC-2 村庄名称 changed B3→B2 示例乙→示例丙");
  }

  @Test
  void tellsRowsThatCameAndWent() {
    assertThat(
            changed(
                new Version("one", "2025-02-01", List.of(village("XC-1", "示例甲"))),
                new Version("two", "2025-02-02", List.of(village("XC-2", "示例乙")))))
        .containsExactly(
            "one XC-1 整行 removed A2→null XC-1｜示例甲｜上海市→null",
            "one XC-2 整行 added null→A2 null→XC-2｜示例乙｜上海市");
  }

  @Test
  void theSameValuesAreNoChange() {
    assertThat(
            changed(
                new Version("one", "2025-02-01", List.of(village("XC-1", "12"))),
                new Version("two", "2025-02-02", List.of(village("XC-1", "12.0")))))
        .isEmpty();
  }
}
