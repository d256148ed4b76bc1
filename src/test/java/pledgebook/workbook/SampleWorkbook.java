package pledgebook.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.InputRule;
import pledgebook.workbook.WorkbookContent.InputRule.Allowed;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// A workbook with everything the writer can do.
final class SampleWorkbook {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 31);
  private static final String LONG = "本表由示例单位填报，数据截至二〇二四年年底；凡与上年数据不一致者，须在说明栏写明原因，并由审核人签字确认。";

  private SampleWorkbook() {}

  /// One plain sheet.
  static WorkbookContent of(List<RowContent> rows) {
    return new WorkbookContent("示例", DAY, List.of(plain("明细", rows)));
  }

  private static SheetContent plain(String name, List<RowContent> rows) {
    return new SheetContent(
        name, List.of(30), 0, 0, rows, List.of(), List.of(), false, null, 0, false, false);
  }

  static WorkbookContent everything() {
    SheetContent list =
        new SheetContent(
            "选项'表",
            List.of(10),
            0,
            0,
            List.of(row(text("公里", Role.BODY)), row(text("个", Role.BODY))),
            List.of(),
            List.of(),
            false,
            null,
            0,
            false,
            true);
    return new WorkbookContent("完成情况汇总 & 示例", DAY, List.of(list, report(), form()));
  }

  private static SheetContent report() {
    List<RowContent> rows = new ArrayList<>();
    rows.add(row(text("2024年度实事项目完成情况汇总", Role.TITLE)));
    rows.add(row(text("演示数据，不作为正式结果　数据截至2025年3月31日", Role.SUBTITLE)));
    rows.add(
        row(
            text("编码", Role.HEADING),
            text("指标名称", Role.HEADING),
            text("单位", Role.HEADING),
            text("目标值（公开承诺）", Role.HEADING),
            text("实际值", Role.HEADING),
            text("结论", Role.HEADING),
            text("说明", Role.HEADING),
            text("出处", Role.HEADING)));
    String[] names = {"新增铁路里程", "累计公共充电桩", "一卡通用事项", "跨省通办事项平均办理时限", "共建共享场馆"};
    Role[] verdicts = {Role.GOOD, Role.GOOD, Role.BAD, Role.WARNING, Role.GOOD};
    String[] words = {"超额完成", "完成", "未完成", "待核实", "完成"};
    for (int i = 0; i < 40; i++) {
      int k = i % names.length;
      rows.add(
          row(
              text("A%02d-%02d".formatted(i / 5 + 1, k + 1), Role.CENTRED),
              text(names[k], Role.BODY),
              text(k == 0 ? "公里" : "个", Role.CENTRED),
              number(new BigDecimal("600").add(BigDecimal.valueOf(i * 37L, k)), Role.NUMBER, -1),
              comment(number(new BigDecimal("667.6"), Role.COMPARED, 1), k == 0 ? LONG : null),
              text(words[k], verdicts[k]),
              text(k == 2 ? LONG : "=见附件", Role.BODY),
              k == 1
                  ? CellContent.of(
                      new CellValue.SheetLink("填报表D6", "填报 表", new CellAddress(6, 4)),
                      CellLook.of(Role.LINK))
                  : CellContent.of(
                      new CellValue.FileLink(
                          "浙江省来件 指标!F12", "浙江省/来 件#1.xlsx", "指标", new CellAddress(12, 6)),
                      CellLook.of(Role.LINK))));
    }
    return new SheetContent(
        "完成情况",
        List.of(9, 26, 6, 12, 12, 10, 40, 22),
        3,
        2,
        rows,
        List.of(),
        List.of(),
        true,
        "2024年度实事项目 & 完成情况",
        3,
        false,
        false);
  }

  private static SheetContent form() {
    List<RowContent> rows = new ArrayList<>();
    rows.add(row(text("指标填报表", Role.TITLE)));
    rows.add(row(text(LONG + LONG, Role.NOTE)));
    rows.add(RowContent.empty());
    rows.add(
        row(
            text("填报单位", Role.FIXED),
            entry(Role.ENTRY_TEXT),
            text("填报日期", Role.FIXED),
            entry(Role.ENTRY_DATE)));
    rows.add(
        row(
            text("指标", Role.HEADING),
            text("单位", Role.HEADING),
            text("本年新增", Role.HEADING),
            text("年末累计", Role.HEADING)));
    for (int i = 0; i < 6; i++) {
      rows.add(
          row(
              text("累计公共充电桩（含高速公路服务区、公共停车场等）第" + (i + 1) + "项", Role.FIXED),
              entry(Role.ENTRY_TEXT),
              entry(Role.ENTRY_NUMBER),
              i == 0
                  ? number(new BigDecimal("12345.67"), Role.ENTRY_NUMBER, -1)
                  : entry(Role.ENTRY_NUMBER)));
    }
    return new SheetContent(
        "填报 表",
        List.of(34, 16, 16, 16),
        5,
        0,
        rows,
        List.of(new MergedCells(new CellAddress(2, 1), new CellAddress(2, 4))),
        List.of(
            rule(
                6,
                2,
                new Allowed.OneOf("选项'表", new CellAddress(1, 1), new CellAddress(2, 1)),
                "请从下拉列表中选择单位。"),
            rule(
                6,
                3,
                new Allowed.Figure(new BigDecimal("1000000"), 1, List.of("—")),
                "请填写不小于0的数字。"),
            rule(
                4,
                4,
                new Allowed.Between(LocalDate.of(2025, 1, 1), DAY),
                "请填写2025年1月1日至3月31日之间的日期。"),
            rule(
                4,
                2,
                new Allowed.OneOfTexts(List.of("上海市", "江苏省", "浙江省", "安徽省")),
                "请从下拉列表中选择填报单位。")),
        false,
        null,
        0,
        true,
        false);
  }

  private static InputRule rule(int row, int column, Allowed allowed, String message) {
    return new InputRule(
        new CellAddress(row, column),
        new CellAddress(row < 6 ? row : 11, column),
        allowed,
        "填写有误",
        message);
  }

  private static RowContent row(@Nullable CellContent... cells) {
    return RowContent.of(Arrays.asList(cells));
  }

  private static CellContent text(String text, Role role) {
    return CellContent.text(text, CellLook.of(role));
  }

  private static CellContent number(BigDecimal number, Role role, int decimals) {
    return CellContent.number(number, new CellLook(role, decimals));
  }

  private static CellContent entry(Role role) {
    return CellContent.of(new CellValue.Blank(), CellLook.of(role));
  }

  private static CellContent comment(CellContent cell, @Nullable String comment) {
    return new CellContent(cell.value(), cell.look(), comment);
  }
}
