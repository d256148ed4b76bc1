package pledgebook.registry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.vocabulary.IndicatorCode;

/// Rules on what the booklet is to say: every digit printed is bound.
final class CompletionRules {
  private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");
  private static final Pattern QUALIFIER = Pattern.compile("(超过|超|逾|近|约)\\s*$");
  private static final Pattern END_MARK = Pattern.compile("[；。;！]\\s*$");
  private static final String YEAR = "year";

  private CompletionRules() {}

  static void check(RoundDraft draft, Faults faults) {
    for (Project project : draft.projects()) {
      for (Clause clause : project.completion()) {
        holes(draft, clause, faults);
        marks(clause, faults);
        digits(project, clause, faults);
      }
    }
  }

  private static void holes(RoundDraft draft, Clause clause, Faults faults) {
    Matcher matcher = HOLE.matcher(clause.text());
    while (matcher.find()) {
      String name = matcher.group(1);
      if (name.equals(YEAR)) {
        continue;
      }
      if (draft.indicatorItems().stream()
          .noneMatch(i -> i.find("code").equals(Optional.of(name)))) {
        faults.add("hole-unknown", clause.place(), "found", name);
      } else if (IndicatorCode.isWellFormed(name)) {
        draft
            .indicator(new IndicatorCode(name))
            .filter(i -> i.kind() == Kind.MILESTONE || i.kind() == Kind.NARRATIVE)
            .ifPresent(i ->
                faults.add(
                    "hole-without-figure",
                    clause.place(),
                    "indicator",
                    name,
                    "kind",
                    IndicatorRules.word(i.kind())));
      }
      qualifier(clause, matcher, faults);
    }
  }

  /// 超 and 近 belong to the figure (printed.qualifier), or they would stand there twice or untested.
  private static void qualifier(Clause clause, Matcher hole, Faults faults) {
    Matcher word = QUALIFIER.matcher(clause.text().substring(0, hole.start()));
    if (word.find()) {
      faults.add(
          "qualifier-in-text", clause.place(), "word", word.group(1), "indicator", hole.group(1));
    }
  }

  private static void marks(Clause clause, Faults faults) {
    if (BRACES.matcher(HOLE.matcher(clause.text()).replaceAll("")).find()) {
      faults.add("hole-malformed", clause.place());
    }
    if (END_MARK.matcher(clause.text()).find()) {
      faults.add("clause-mark", clause.place());
    }
  }

  private static void digits(Project project, Clause clause, Faults faults) {
    // Holes become blanks of the same length, so that offsets stay.
    String prose = HOLE.matcher(clause.text()).replaceAll(m -> " ".repeat(m.group().length()));
    List<Sentence.Figure> figures = new Sentence(prose).figures();
    for (Sentence.Figure figure : figures) {
      if (!CommitmentGrammar.isQuoted(prose, figure, project.quoted())) {
        faults.add("completion-figure", clause.place(), "figure", figure.text());
      }
    }
  }
}
