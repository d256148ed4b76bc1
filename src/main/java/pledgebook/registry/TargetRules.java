package pledgebook.registry;

import java.math.BigDecimal;
import pledgebook.registry.Target.Comparator;

/// Rules on what was promised, apart from the words it was promised in.
final class TargetRules {
  private final RoundDraft draft;
  private final Faults faults;
  private final KindFaults kinds;

  private TargetRules(RoundDraft draft, Faults faults) {
    this.draft = draft;
    this.faults = faults;
    this.kinds = new KindFaults(draft, faults);
  }

  static void check(RoundDraft draft, Faults faults) {
    TargetRules rules = new TargetRules(draft, faults);
    for (Indicator indicator : draft.indicators()) {
      Target target = indicator.target();
      if (target != null) {
        rules.kind(indicator, target);
        rules.value(indicator, target);
        rules.from(indicator, target);
        rules.wording(indicator, target);
        rules.wholeList(indicator, target);
        rules.decimals(indicator, target);
      }
    }
    draft.projects().forEach(rules::commitment);
  }

  private void kind(Indicator indicator, Target target) {
    boolean done = target.comparator() == Comparator.DONE;
    if (indicator.kind() == Kind.NARRATIVE) {
      kinds.add("target-of-narrative", indicator, "target");
    } else if (done != (indicator.kind() == Kind.MILESTONE)) {
      kinds.add(
          done ? "done-without-milestone" : "milestone-not-done", indicator, "target.comparator");
    }
    if (target.comparator() == Comparator.RAISED_TO && CommitmentRules.isOfTheYear(indicator)) {
      kinds.add("raised-of-the-year", indicator, "target.comparator");
    }
    if (target.comparator() == Comparator.ALL && indicator.kind() != Kind.COVERAGE) {
      kinds.add("all-without-coverage", indicator, "target.comparator");
    }
  }

  private void value(Indicator indicator, Target target) {
    switch (target.comparator()) {
      case AT_LEAST, MORE_THAN, AT_MOST, RAISED_TO -> {
        if (target.value() == null) {
          kinds.add("target-value-missing", indicator, "target");
        }
      }
      case DONE -> {
        if (target.value() != null) {
          kinds.add("target-value-superfluous", indicator, "target.value");
        }
      }
      case ALL -> {}
    }
  }

  private void from(Indicator indicator, Target target) {
    BigDecimal from = target.from();
    BigDecimal value = target.value();
    boolean raised = target.comparator() == Comparator.RAISED_TO;
    if (raised && from == null) {
      kinds.add("raised-without-from", indicator, "target.comparator");
    } else if (!raised && from != null) {
      kinds.add("from-without-raised", indicator, "target.from");
    } else if (from != null && value != null && from.compareTo(value) >= 0) {
      kinds.add("raised-downwards", indicator, "target.from");
    }
  }

  private void wording(Indicator indicator, Target target) {
    if (target.bare() && target.comparator() != Comparator.AT_LEAST) {
      kinds.add("bare-not-at-least", indicator, "target.wording");
    }
  }

  /// 41个城市全覆盖: the figure is the size of the reference list.
  private void wholeList(Indicator indicator, Target target) {
    Evidence evidence = indicator.evidence();
    BigDecimal value = target.value();
    if (target.comparator() != Comparator.ALL || value == null || evidence == null) {
      return;
    }
    int size = size(String.valueOf(evidence.reference()));
    if (size > 0 && value.compareTo(BigDecimal.valueOf(size)) != 0) {
      faults.add(
          "all-of-other-size",
          draft.place(indicator, "target.value"),
          "found",
          value.toPlainString(),
          "reference",
          String.valueOf(evidence.reference()),
          "size",
          size);
    }
  }

  private int size(String reference) {
    return (int)
            draft.regions().stream()
                .filter(r -> reference.equals(CodeList.REGIONS + r.level()))
                .count()
        + draft.codeLists().stream()
            .filter(c -> c.name().equals(reference))
            .mapToInt(c -> c.entries().size())
            .sum();
  }

  private void decimals(Indicator indicator, Target target) {
    BigDecimal value = target.value();
    int most = indicator.unit().decimals();
    if (value != null && value.stripTrailingZeros().scale() > most) {
      faults.add(
          "target-decimals",
          draft.place(indicator, "target.value"),
          "found",
          value.toPlainString(),
          "unit",
          indicator.unit(),
          "most",
          most);
    }
  }

  /// A project has to promise something; told only when all its indicators could be read.
  private void commitment(Project project) {
    if (draft.isSound(project.place().key())
        && draft.indicatorsOf(project).stream().noneMatch(Indicator::isCommitted)) {
      faults.add("project-without-commitment", project.place(), "project", project.number());
    }
  }
}
