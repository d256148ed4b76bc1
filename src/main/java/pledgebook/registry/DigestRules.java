package pledgebook.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pledgebook.registry.Digest.Chart;
import pledgebook.registry.Digest.ChartKind;
import pledgebook.registry.Digest.Entry;
import pledgebook.registry.Project.Quoted;
import pledgebook.vocabulary.IndicatorCode;

/// Rules on the digest: every digit is bound, every chart can be drawn, every region has its tile.
final class DigestRules {
  private static final Pattern STARTS_WITH_MARK = Pattern.compile("[，。、；：？！）》」』】〕”’％∶].*");

  private final DefinitionItem root;
  private final SpoiltKeys spoilt;
  private final Round round;
  private final Faults faults;
  private final ClauseRules clauses;
  private final List<Quoted> quoted;

  DigestRules(DefinitionItem root, SpoiltKeys spoilt, Round round, Faults faults) {
    this.root = root;
    this.spoilt = spoilt;
    this.round = round;
    this.faults = faults;
    this.quoted = spoilt.isSound("quoted") ? DigestReader.quoted(root) : List.of();
    this.clauses = new ClauseRules(this::isDeclared, round::findIndicator, "digest-figure", faults);
  }

  void check() {
    texts().forEach(clause -> clauses.check(clause, quoted));
    sound(root.items("blocks")).forEach(this::numerals);
    entries().forEach(this::restsOn);
    charts().forEach(this::chart);
    rows();
    if (spoilt.keys().isEmpty()) {
      quotedUnused();
    }
  }

  private boolean isDeclared(String code) {
    return IndicatorCode.isWellFormed(code)
        && round.findIndicator(new IndicatorCode(code)).isPresent();
  }

  private Stream<DefinitionItem> sound(List<DefinitionItem> items) {
    return items.stream().filter(item -> spoilt.isSound(item.key()));
  }

  private Stream<DefinitionItem> below(String name) {
    return root.items("blocks").stream().flatMap(block -> sound(block.items(name)));
  }

  private Stream<DefinitionItem> entries() {
    return below("entries");
  }

  private Stream<DefinitionItem> charts() {
    return below("charts");
  }

  /// Everything that is printed.
  private List<Clause> texts() {
    List<Clause> texts = new ArrayList<>();
    DefinitionItem head = root.item("digest");
    for (String name : List.of("title", "lead")) {
      if (head.has(name) && spoilt.isSound("digest." + name)) {
        texts.add(DigestReader.clause(head, name));
      }
    }
    sound(root.items("blocks")).forEach(block -> texts.add(DigestReader.clause(block, "title")));
    entries().forEach(entry -> texts.add(DigestReader.clause(entry, "text")));
    charts().forEach(chart -> texts.add(DigestReader.clause(chart, "title")));
    return texts;
  }

  private void numerals(DefinitionItem block) {
    List<DefinitionItem> entries = block.items("entries");
    if (entries.stream().noneMatch(entry -> entry.has("numeral"))) {
      faults.add("digest-without-numeral", block.place(), "block", block.text("title"));
    }
    entries.stream().filter(entry -> entry.has("numeral")).forEach(this::numeral);
  }

  private void numeral(DefinitionItem item) {
    Entry entry = DigestReader.entry(item);
    IndicatorCode code = entry.numeral();
    if (code == null) {
      return;
    }
    List<String> bound = ClauseRules.bound(entry.clause());
    if (bound.stream().filter(code.value()::equals).count() != 1) {
      faults.add("digest-numeral", item.place("numeral"), "indicator", code);
      return;
    }
    String unit = round.findIndicator(code).map(i -> i.unit().symbol()).orElse("");
    String behind = ClauseRules.behind(entry.clause(), code);
    String rest = behind.startsWith(unit) ? behind.substring(unit.length()) : behind;
    if (STARTS_WITH_MARK.matcher(rest).matches()) {
      faults.add("digest-numeral-mark", item.place("text"), "indicator", code);
    }
  }

  private void restsOn(DefinitionItem entry) {
    for (DefinitionItem code : entry.items("rests_on")) {
      String value = code.node().asString("");
      if (!isDeclared(value)) {
        faults.add("unknown-indicator", code.place(), "found", value);
      }
    }
  }

  private void chart(DefinitionItem item) {
    Chart chart = DigestReader.chart(item);
    Optional<Indicator> declared = round.findIndicator(chart.indicator());
    if (declared.isEmpty()) {
      faults.add("unknown-indicator", item.place("indicator"), "found", chart.indicator());
      return;
    }
    Indicator indicator = declared.get();
    if (!isDrawable(chart.kind(), indicator)) {
      faults.add(
          "digest-chart",
          item.place("indicator"),
          "indicator",
          indicator.code(),
          "kind",
          IndicatorRules.word(indicator.kind()),
          "expected",
          chart.kind() == ChartKind.BARS ? "flow、stock、distinct" : "coverage");
    } else if (chart.kind() == ChartKind.TILES) {
      tiles(item, indicator);
    } else {
      decimals(item, chart, indicator);
    }
  }

  private void decimals(DefinitionItem item, Chart chart, Indicator indicator) {
    int most = indicator.printed().scale().power() + indicator.unit().decimals();
    Integer decimals = chart.decimals();
    if (decimals != null && decimals > most) {
      faults.add(
          "printed-decimals",
          item.place("decimals"),
          "decimals",
          decimals,
          "unit",
          indicator.unit(),
          "most",
          most);
    }
  }

  private static boolean isDrawable(ChartKind chart, Indicator indicator) {
    boolean byMember =
        switch (indicator.kind()) {
          case FLOW, STOCK, DISTINCT -> indicator.reportedBy().size() > 1;
          case COMMON, COVERAGE, RATIO, MILESTONE, DURATION, NARRATIVE -> false;
        };
    return switch (chart) {
      case BARS -> byMember;
      case TILES -> indicator.kind() == Kind.COVERAGE;
    };
  }

  /// Every member of the reference list has one tile, and whatever else stands there is a member's
  /// abbreviation.
  private void tiles(DefinitionItem chart, Indicator indicator) {
    Set<String> names =
        reference(indicator).stream().map(CodeList.Entry::name).collect(Collectors.toSet());
    Set<String> labels =
        round.entities().stream().map(ReportingEntity::abbreviation).collect(Collectors.toSet());
    Map<String, Integer> seen = new HashMap<>();
    for (DefinitionItem row : sound(root.items("tiles")).toList()) {
      for (String name : row.node().valueStream().map(cell -> cell.asString("")).toList()) {
        if (names.contains(name)) {
          if (seen.merge(name, 1, Integer::sum) > 1) {
            faults.add("tile-twice", row.place(), "region", name);
          }
        } else if (!name.isEmpty() && !labels.contains(name)) {
          faults.add("tile-unknown", row.place(), "found", name);
        }
      }
    }
    String missing =
        reference(indicator).stream()
            .map(CodeList.Entry::name)
            .filter(name -> !seen.containsKey(name))
            .collect(Collectors.joining("、"));
    if (!missing.isEmpty()) {
      faults.add(
          "tile-missing",
          root.has("tiles") ? root.place("tiles") : chart.place(),
          "missing",
          missing);
    }
  }

  private List<CodeList.Entry> reference(Indicator indicator) {
    Evidence evidence = indicator.evidence();
    String list = evidence == null ? null : evidence.reference();
    return list == null ? List.of() : round.reference(list);
  }

  /// Blocks fill rows of twelve cells.
  private void rows() {
    int filled = 0;
    for (DefinitionItem block : root.items("blocks")) {
      int width = block.integer("width", 0);
      if (filled + width > Digest.ROW) {
        faults.add("digest-row", block.place("width"), "free", Digest.ROW - filled, "found", width);
        return;
      }
      filled = (filled + width) % Digest.ROW;
    }
    if (filled != 0 && spoilt.isSound("blocks")) {
      DefinitionItem last = root.items("blocks").getLast();
      faults.add("digest-row", last.place("width"), "free", Digest.ROW - filled, "found", "");
    }
  }

  private void quotedUnused() {
    List<Clause> texts = texts();
    for (DefinitionItem constant : sound(root.items("quoted")).toList()) {
      String text = constant.text("text");
      if (texts.stream().noneMatch(clause -> clause.text().contains(text))) {
        faults.add("quoted-unused", constant.place("text"), "text", text);
      }
    }
  }
}
