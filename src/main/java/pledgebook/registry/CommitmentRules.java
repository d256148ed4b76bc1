package pledgebook.registry;

import java.util.List;
import java.util.Objects;
import pledgebook.registry.CommitmentGrammar.Problem;
import pledgebook.registry.Sentence.Counted;
import pledgebook.registry.Sentence.Figure;
import pledgebook.registry.Sentence.Reading;
import pledgebook.registry.Sentence.Window;
import pledgebook.registry.Target.Comparator;
import pledgebook.registry.Target.Firmness;

/// Rules on targets against the sentence that was published: figure, comparing word, firmness.
final class CommitmentRules {
  private final RoundDraft draft;
  private final Faults faults;
  private final Project project;
  private final CommitmentGrammar grammar;

  private CommitmentRules(RoundDraft draft, Faults faults, Project project) {
    this.draft = draft;
    this.faults = faults;
    this.project = project;
    this.grammar = CommitmentGrammar.of(draft.year(), project, draft.indicatorsOf(project));
  }

  static void check(RoundDraft draft, Faults faults) {
    for (Project project : draft.projects()) {
      CommitmentRules rules = new CommitmentRules(draft, faults, project);
      rules.binding();
      rules.figuresOfTheTitle();
      rules.quotedIsUsed();
      rules.firsts();
      draft.indicatorsOf(project).forEach(rules::words);
    }
  }

  private void binding() {
    for (Problem problem : grammar.problems()) {
      DefinitionPlace place = draft.place(problem.indicator(), problem.field());
      faults.add(problem.rule(), place, problem.holes().toArray());
    }
    // An indicator that could not be read may well account for the figure.
    if (draft.isSound(project.place().key() + ".indicators")) {
      for (Figure figure : grammar.unbound()) {
        faults.add("figure-unbound", draft.place(project, "commitment"), "figure", figure.text());
      }
    }
  }

  private void figuresOfTheTitle() {
    Sentence title = new Sentence(project.title());
    for (Figure figure : title.figures()) {
      boolean year = figure.text().equals(Integer.toString(draft.year()));
      boolean promised =
          grammar.sentence().figures().stream().anyMatch(f -> f.text().equals(figure.text()));
      if (!CommitmentGrammar.isQuoted(project.title(), figure, project.quoted())
          && !(year && title.isFollowedBy(figure, "年"))
          && !promised) {
        faults.add("title-figure", draft.place(project, "title"), "figure", figure.text());
      }
    }
  }

  private void quotedIsUsed() {
    for (int i = 0; i < project.quoted().size(); i++) {
      String text = project.quoted().get(i).text();
      boolean used =
          project.title().contains(text)
              || project.commitment().contains(text)
              || project.completion().stream().anyMatch(c -> c.text().contains(text));
      if (!used) {
        faults.add("quoted-unused", draft.place(project, "quoted[" + i + "].text"), "text", text);
      }
    }
  }

  /// 首个 is no figure: that the first one is there is a deliverable, named in the same segment.
  private void firsts() {
    List<Indicator> deliverables =
        draft.indicatorsOf(project).stream()
            .filter(i -> i.kind() == Kind.MILESTONE && i.target() != null)
            .toList();
    for (String segment : grammar.sentence().firsts()) {
      if (draft.isSound(project.place().key() + ".indicators")
          && deliverables.stream().noneMatch(i -> isNamed(i, segment))) {
        faults.add(
            "first-without-deliverable", draft.place(project, "commitment"), "text", segment);
      }
    }
  }

  private static boolean isNamed(Indicator indicator, String segment) {
    String clause = indicator.target() == null ? null : indicator.target().clause();
    return clause == null
        ? indicator.deliverables().stream().anyMatch(segment::contains)
        : segment.contains(clause) || clause.contains(segment);
  }

  private void words(Indicator indicator) {
    Target target = indicator.target();
    if (target == null) {
      return;
    }
    if (target.value() == null) {
      wordsWithoutFigure(indicator, target);
    } else {
      grammar
          .figureOf(indicator)
          .map(f -> grammar.sentence().read(f, indicator.unit().symbol()))
          .ifPresent(reading -> words(indicator, target, reading));
      grammar
          .figureOf(indicator)
          .flatMap(f -> grammar.sentence().counted(f))
          .ifPresent(counted -> window(indicator, counted));
    }
  }

  /// 新增 is held against what is counted within the year, 累计 against what is there at its end.
  private void window(Indicator indicator, Counted counted) {
    if (contradicts(indicator, counted)) {
      faults.add(
          counted.window() == Window.YEAR ? "year-contradicts" : "total-contradicts",
          draft.place(indicator, "kind"),
          "indicator",
          indicator.code(),
          "word",
          counted.word(),
          "kind",
          IndicatorRules.word(indicator.kind()));
    }
  }

  /// Tells whether a word says of an indicator's figure another time than the one it counts over.
  static boolean contradicts(Indicator indicator, Counted counted) {
    return switch (indicator.kind()) {
      case FLOW -> counted.window() == Window.END;
      case STOCK -> counted.window() == Window.YEAR;
      case DISTINCT, COMMON, COVERAGE ->
          (counted.window() == Window.YEAR) != isOfTheYear(indicator);
      case RATIO, DURATION, MILESTONE, NARRATIVE -> false;
    };
  }

  /// Tells whether an indicator counts what came within the year.
  static boolean isOfTheYear(Indicator indicator) {
    Evidence evidence = indicator.evidence();
    return indicator.kind() == Kind.FLOW || (evidence != null && evidence.ofTheYear());
  }

  private void words(Indicator indicator, Target target, Reading reading) {
    if (reading.comparator() != target.comparator()) {
      contradicts(
          "comparator-contradicts",
          indicator,
          "target.comparator",
          IndicatorRules.word(target.comparator()),
          IndicatorRules.word(reading.comparator()));
    } else if (reading.bare() != target.bare()) {
      String rule = reading.bare() ? "wording-bare" : "wording-not-bare";
      contradicts(rule, indicator, "target", "", "");
    }
    firmness(indicator, target, reading.firmness());
  }

  /// done, and all without a figure: the words are looked up in the clause, or where the
  /// deliverable is named.
  private void wordsWithoutFigure(Indicator indicator, Target target) {
    String clause = Objects.requireNonNullElse(target.clause(), project.commitment());
    if (target.comparator() == Comparator.ALL && !Sentence.saysAll(clause)) {
      contradicts("all-not-said", indicator, "target.comparator", "", "");
    }
    firmness(indicator, target, grammar.sentence().firmness(position(indicator, target)));
  }

  private int position(Indicator indicator, Target target) {
    if (target.clause() != null) {
      return Math.max(0, project.commitment().indexOf(target.clause()));
    }
    return indicator.deliverables().stream()
        .mapToInt(project.commitment()::indexOf)
        .filter(at -> at >= 0)
        .findFirst()
        .orElse(0);
  }

  private void firmness(Indicator indicator, Target target, Firmness said) {
    if (said != target.firmness()) {
      String rule = said == Firmness.ASPIRED ? "firmness-aspired" : "firmness-committed";
      contradicts(rule, indicator, "target.firmness", "", "");
    }
  }

  private void contradicts(
      String rule, Indicator indicator, String field, String found, String read) {
    faults.add(
        rule,
        draft.place(indicator, field),
        "indicator",
        indicator.code(),
        "found",
        found,
        "read",
        read);
  }
}
