package pledgebook.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.observation.Judgement;
import pledgebook.observation.Resolved;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledProject;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Project;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.Source;
import pledgebook.registry.TrimSize;
import pledgebook.statement.Figure;
import pledgebook.statement.Span;
import pledgebook.statement.Statement;
import pledgebook.statement.Statements;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.ReportingPeriod;
import pledgebook.vocabulary.Sha256;

/// The 2024 booklet's contents, written by hand: `[667.6|公里]` is a compared figure with what is
/// tied to it, `<30|条>` another figure.
final class SampleEdition {
  private static final Pattern FIGURE = Pattern.compile("[\\[<]([^|]*)\\|([^]>]*)[]>]");
  private static final String RECONSTRUCTED = "※据公开报道整理，非正式文本";

  static final List<String> UNITS =
      List.of(
          "上海市：市发展改革委、市交通委（示例）",
          "江苏省：省发展改革委、省交通运输厅（示例）",
          "浙江省：省发展改革委、省交通运输厅（示例）",
          "安徽省：省发展改革委、省交通运输厅（示例）");

  private SampleEdition() {}

  /// The whole booklet, every project completed.
  static Edition complete() {
    return of(statements(), List.of());
  }

  /// A draft: one project missed, one in doubt, one not reported.
  static Edition draft() {
    List<Statement> statements = new ArrayList<>(statements());
    statements.set(1, with(statements.get(1), ProjectVerdict.MISSED));
    statements.set(3, with(statements.get(3), ProjectVerdict.IN_DOUBT));
    statements.set(6, with(statements.get(6), ProjectVerdict.NOT_REPORTED));
    return of(
        statements,
        List.of(finding(Severity.ERROR), finding(Severity.VERIFY), finding(Severity.NOTE)));
  }

  static Edition of(List<Statement> statements, List<Finding> findings) {
    boolean all = statements.stream().allMatch(s -> s.verdict() == ProjectVerdict.COMPLETED);
    String overall = all ? "全部完成" : "未全部完成：第2项未完成，第4项待核实，第7项未报送。";
    Statements said =
        new Statements(
            "共同承诺 年度呈现", "2024年度长三角一体化实事项目完成情况", statements, overall, all, List.of(), null);
    List<ReconciledProject> projects =
        statements.stream()
            .map(s -> new ReconciledProject(s.project(), s.verdict(), s.exceeded(), false))
            .toList();
    return new Edition(
        round(),
        design(TrimSize.SMALL),
        Sha256.of("sample"),
        "0.1.0",
        new Judgement(findings.stream().map(Resolved::open).toList(), List.of()),
        new ReconciledRound(List.of(), projects),
        said);
  }

  static Finding finding(Severity severity) {
    return new Finding(
        "observation.unit-slip",
        severity,
        null,
        Location.nowhere(),
        null,
        null,
        null,
        null,
        "请核对。",
        List.of());
  }

  static Statement with(Statement statement, ProjectVerdict verdict) {
    return new Statement(
        statement.project(),
        statement.title(),
        statement.commitment(),
        statement.completion(),
        statement.responsible(),
        verdict,
        statement.exceeded() && verdict == ProjectVerdict.COMPLETED,
        false,
        statement.sourceNote());
  }

  static Statement statement(
      int number, String title, String commitment, String completion, @Nullable String note) {
    return new Statement(
        number,
        title,
        spans(commitment),
        spans(completion),
        UNITS,
        ProjectVerdict.COMPLETED,
        number <= 3,
        false,
        note);
  }

  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      spans.add(new Span.Words(text.substring(end, matcher.start())));
      boolean compared = matcher.group().startsWith("[");
      spans.add(
          new Span.Bound(
              new Figure(
                  "1-" + spans.size(),
                  new IndicatorCode("A01-01"),
                  Figure.Role.PERFORMANCE,
                  matcher.group(1),
                  matcher.group(2),
                  compared)));
      end = matcher.end();
    }
    spans.add(new Span.Words(text.substring(end)));
    return spans;
  }

  /// A design without charts.
  static BookletDesign design(TrimSize size) {
    return new BookletDesign(
        size,
        BookletDesign.CoverGround.WHITE,
        BookletDesign.ChartColour.RED,
        "2024年度长三角一体化实事项目完成情况",
        new BookletDesign.Headings("实事目标", "完成情况", "责任单位"),
        new BookletDesign.Note("编制方法", "完成数由各成员报送的数据逐项核对、汇总得出，与承诺的目标按同一口径对照。"),
        new BookletDesign.Demonstration(
            new BookletDesign.Note("数据说明", "演示数据：不代表任何单位的实际填报。"), "演示数据"),
        List.of(),
        List.of(),
        Map.of("cover.line", at(4), "headings", at(5), "method", at(6), "demonstration", at(9)));
  }

  private static DefinitionPlace at(int line) {
    return new DefinitionPlace("2024/booklet.yml", line, "booklet");
  }

  static Round round() {
    Source press =
        new Source(Source.Provenance.VERBATIM, "长三角区域合作办公室", LocalDate.of(2024, 6, 6), null);
    Source reported =
        new Source(Source.Provenance.REPORTED, "公开报道", LocalDate.of(2025, 6, 7), null);
    DefinitionPlace place = new DefinitionPlace("2024/round.yml", 1, "projects");
    List<Project> projects =
        IntStream.rangeClosed(1, 10)
            .mapToObj(n ->
                new Project(
                    n,
                    "示例",
                    "示例",
                    n < 4 ? press : reported,
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    place))
            .toList();
    return new Round(
        2024,
        "2024年度长三角一体化实事项目完成情况",
        "共同承诺 年度呈现",
        List.of(
            new ReportingEntity(new EntityCode("310000"), "上海市", "沪"),
            new ReportingEntity(new EntityCode("320000"), "江苏省", "苏"),
            new ReportingEntity(new EntityCode("330000"), "浙江省", "浙"),
            new ReportingEntity(new EntityCode("340000"), "安徽省", "皖")),
        new ReportingPeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2025, 3, 31),
        LocalDate.of(2025, 5, 31),
        true,
        List.of(),
        List.of(),
        projects,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of("title", place, "slogan", place, "entities", place),
        Sha256.of("round"));
  }

  static List<Statement> statements() {
    return List.of(
        statement(
            1,
            "建设轨道上的长三角",
            "长三角地区新增建成铁路里程[660|公里]，杭温铁路、池黄高铁等建成通车，沪苏湖铁路力争通车，加快通苏嘉甬铁路、沪苏嘉城际、滁宁城际等项目建设。",
            "新增建成铁路里程[667.6|公里]；池黄、杭温、宣绩、沪苏湖高铁建成通车；长三角超级大环线实现8小时通达三省一市。",
            null),
        statement(
            2,
            "长三角新能源汽车充换电基础设施一张网",
            "长三角地区新建公共充电桩[7万|个]以上，车桩比力争达到[1.9|]之内，累计公共充电桩达到[60万|个]以上，加快推动长三角新能源充换电基础设施互联互通。",
            "新建公共充电桩[20.7万|个]；累计建成充电桩<超540万|个>，其中公共充电桩[75.53万|个]；车桩比[1.62∶1|]。",
            null),
        statement(
            3,
            "长三角“跨省高效办成一件事”",
            "开通跨省通办“远程虚拟窗口”服务点位[200|个]以上，累计上线政务服务[200|项]以上，实现[41|个]地级及以上城市全覆盖，推进跨省“一件事”和“免申即享”创新服务。",
            "开通跨省通办“远程虚拟窗口”服务点位[515|个]，实现[41|城]全覆盖，累计办理业务<4.86万|件>；“一网通办”平台开通政务服务[超200|项]，累计全程网办<超1480万|件>，线下窗口服务<超52万|人次>。",
            null),
        statement(
            4,
            "医保跨省结算提质扩面",
            "统一将[12|项]治疗性辅助生殖技术项目纳入长三角医保支付范围。",
            "三省一市统一将精子优选处理、取卵术、胚胎培养等[12|项]辅助生殖类医疗服务项目纳入医保支付范围。",
            RECONSTRUCTED),
        statement(
            5,
            "居民服务“一卡通”",
            "深化居民服务“一卡通”在交通出行、文化旅游、社会保障等领域的应用。",
            "累计<3198|个>文旅场馆和健身场馆支持社保卡“一卡通”。",
            RECONSTRUCTED),
        statement(
            6,
            "长三角文旅合作",
            "共同推出长三角精品特色旅游线路，建设世界级旅游廊道。",
            "推出精品特色旅游线路<30|条>；杭黄世界级廊道黄金游线<8|条>；发布高铁旅游小城“四季主题榜单”和“十大主题线路”。",
            RECONSTRUCTED),
        statement(
            7,
            "和美乡村共建共享",
            "共建和美乡村，推广共建共享经验做法，打造跨省域风景线。",
            "累计共建和美乡村（美丽乡村）<7528|个>；形成<50|个>实践案例；打造<10|条>跨省域“美丽乡村”风景线。",
            RECONSTRUCTED),
        statement(
            8, "长三角旅居养老", "评选旅居养老地[300|家]。", "评选旅居养老地[300|家]、健康养老目的地<100|家>。", "※据公开报道整理，非正式文本"),
        statement(
            9,
            "食品安全区域合作",
            "加强食品安全区域合作，共建信息追溯与从业禁止信息共享机制。",
            "开展“你点我检”监督抽检和快检<超23万|批次>；从业禁止人员库累计校验<281万|人次>，拦截<1.5万|人次>；发布首个区域性食品安全信息追溯地方标准。",
            RECONSTRUCTED),
        statement(
            10,
            "外国人144小时过境免签政策全域实施",
            "外国人144小时过境免签政策在长三角全域实施。",
            "新增安徽为过境免签省份，停留活动区域为全省；过境免签停留时间延长为240小时；新增办理过境免签<超5.3万|人次>。",
            "※据公开报道整理，非正式文本"));
  }
}
