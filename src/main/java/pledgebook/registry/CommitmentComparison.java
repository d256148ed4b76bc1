package pledgebook.registry;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.CommitmentChange.Change;
import pledgebook.registry.CommitmentChange.Promised;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// Sets the promises of a round against those of the year before. Projects belong together by
/// `continues`, or by the same title; indicators by `continues.indicators`, or within such projects
/// by the same name. What stands alone on either side is told, so that no target vanishes unseen.
public final class CommitmentComparison {
  private static final Messages MESSAGES = Messages.of("registry");

  private final Round before;
  private final Round round;
  private final List<CommitmentChange> changes = new ArrayList<>();
  private final Set<Integer> projectsCarried = new HashSet<>();
  private final Set<IndicatorCode> indicatorsCarried = new HashSet<>();

  private CommitmentComparison(Round before, Round round) {
    this.before = before;
    this.round = round;
  }

  /// What came of setting a round against the one before.
  ///
  /// @param changes empty where the year before is not defined, or has faults
  /// @param faults of the definition of the year before, all of them
  public record Compared(List<CommitmentChange> changes, List<DefinitionFault> faults) {
    public Compared {
      changes = List.copyOf(changes);
      faults = List.copyOf(faults);
    }
  }

  /// Sets a round against the round of the year before as the folder jobs/ has it. Faults of that
  /// one are no faults of this one: they are handed on, to be told beside what this year says
  /// (decision 0049).
  public static Compared withYearBefore(Path jobs, Round round) {
    int before = round.year() - 1;
    if (!RoundReader.years(jobs).contains(before)) {
      return new Compared(List.of(), List.of());
    }
    try {
      return new Compared(of(RoundReader.readPromises(jobs, before), round), List.of());
    } catch (DefinitionRefused refused) {
      return new Compared(List.of(), refused.faults());
    }
  }

  /// Every project and every indicator with a target of both rounds, those of this year first.
  ///
  /// @param before the round of the year before
  public static List<CommitmentChange> of(Round before, Round round) {
    CommitmentComparison comparison = new CommitmentComparison(before, round);
    round.projects().forEach(comparison::project);
    before.projects().forEach(comparison::dropped);
    return List.copyOf(comparison.changes);
  }

  private void project(Project project) {
    Optional<Project> earlier = earlier(project);
    earlier.ifPresent(found -> projectsCarried.add(found.number()));
    String renamed =
        earlier.filter(found -> !found.title().equals(project.title())).isPresent()
            ? text("renamed")
            : "";
    add(
        earlier.isPresent() ? Change.CONTINUED : Change.NEW,
        earlier.orElse(null),
        project,
        null,
        null,
        renamed);
    Map<IndicatorCode, Indicator> links = links(project, earlier);
    for (Indicator indicator : round.indicatorsOf(project)) {
      Indicator old = links.get(indicator.code());
      if (old == null) {
        if (indicator.target() != null) {
          add(Change.NEW, earlier.orElse(null), project, null, indicator, "");
        }
      } else {
        indicatorsCarried.add(old.code());
        compare(earlier.orElseThrow(), project, old, indicator);
      }
    }
    earlier.ifPresent(found -> unmatched(found, project, links));
  }

  /// Targets of a project that is carried on, whose indicators are not.
  private void unmatched(Project old, Project project, Map<IndicatorCode, Indicator> links) {
    for (Indicator indicator : before.indicatorsOf(old)) {
      if (indicator.target() != null && !links.containsValue(indicator)) {
        indicatorsCarried.add(indicator.code());
        List<String> alike =
            round.indicatorsOf(project).stream()
                .filter(i -> i.target() != null && !links.containsKey(i.code()))
                .filter(i -> i.kind() != Kind.MILESTONE && i.unit().equals(indicator.unit()))
                .map(i -> i.code() + target(i))
                .toList();
        String detail = alike.isEmpty() ? "" : text("alike", "codes", String.join("、", alike));
        add(Change.DROPPED, old, project, indicator, null, detail);
      }
    }
  }

  private Optional<Project> earlier(Project project) {
    Optional<Integer> declared = declared(project);
    return before.projects().stream()
        .filter(old ->
            declared.isPresent()
                ? old.number() == declared.get()
                : old.title().equals(project.title()) && isFree(old))
        .findFirst();
  }

  private Optional<Integer> declared(Project project) {
    Project.Continuation continues = project.continues();
    return continues != null && continues.year() == before.year()
        ? Optional.of(continues.project())
        : Optional.empty();
  }

  /// A title alone joins each project of last year to one of this year.
  private boolean isFree(Project old) {
    return !projectsCarried.contains(old.number())
        && round.projects().stream()
            .flatMap(project -> declared(project).stream())
            .noneMatch(number -> number == old.number());
  }

  private Map<IndicatorCode, Indicator> links(Project project, Optional<Project> earlier) {
    Map<IndicatorCode, Indicator> links = new HashMap<>();
    if (earlier.isEmpty()) {
      return links;
    }
    List<Indicator> theirs = before.indicatorsOf(earlier.get());
    Project.Continuation continues = project.continues();
    Map<IndicatorCode, IndicatorCode> declared =
        continues == null ? Map.of() : continues.indicators();
    for (Indicator indicator : round.indicatorsOf(project)) {
      IndicatorCode old = declared.get(indicator.code());
      theirs.stream()
          .filter(i ->
              old == null
                  ? i.name().equals(indicator.name()) && !declared.containsValue(i.code())
                  : i.code().equals(old))
          .findFirst()
          .ifPresent(i -> links.put(indicator.code(), i));
    }
    return links;
  }

  private void compare(Project earlier, Project project, Indicator old, Indicator now) {
    Target was = old.target();
    Target is = now.target();
    Optional<Boolean> raised = raised(old, now);
    List<String> differences = differences(old, now);
    if (raised.isPresent()) {
      Change change = raised.get() ? Change.RAISED : Change.LOWERED;
      add(change, earlier, project, old, now, targetDetail(was, is));
    } else if (differences.isEmpty() && (was != null || is != null)) {
      add(Change.CONTINUED, earlier, project, old, now, "");
    }
    if (!differences.isEmpty()) {
      add(Change.REDEFINED, earlier, project, old, now, String.join("；", differences));
    }
  }

  private static String targetDetail(@Nullable Target was, @Nullable Target is) {
    if (was == null) {
      return text("target-set");
    }
    return is == null ? text("target-given-up") : "";
  }

  /// Whether more is promised; empty where it is as much, or cannot be told. Of a figure not to be
  /// exceeded the smaller is the more; what is committed is more than what is strived for, where
  /// the figures do not say otherwise.
  private static Optional<Boolean> raised(Indicator old, Indicator now) {
    Target was = old.target();
    Target is = now.target();
    if (was == null || is == null) {
      boolean neither = was == null && is == null;
      return neither ? Optional.empty() : Optional.of(was == null);
    }
    int more = comparable(old, was, now, is) ? more(was, is) : 0;
    if (more == 0) {
      more = was.firmness().compareTo(is.firmness());
    }
    return more == 0 ? Optional.empty() : Optional.of(more > 0);
  }

  private static boolean comparable(Indicator old, Target was, Indicator now, Target is) {
    return was.value() != null
        && is.value() != null
        && old.unit().symbol().equals(now.unit().symbol())
        && isCeiling(was) == isCeiling(is);
  }

  private static int more(Target was, Target is) {
    BigDecimal wasValue = Objects.requireNonNull(was.value());
    BigDecimal isValue = Objects.requireNonNull(is.value());
    int more = isValue.compareTo(wasValue);
    if (more == 0) {
      return Boolean.compare(isBeyond(is), isBeyond(was));
    }
    return isCeiling(is) ? -more : more;
  }

  private static boolean isCeiling(Target target) {
    return target.comparator() == Target.Comparator.AT_MOST;
  }

  private static boolean isBeyond(Target target) {
    return target.comparator() == Target.Comparator.MORE_THAN;
  }

  private List<String> differences(Indicator old, Indicator now) {
    List<String> differences = new ArrayList<>();
    difference(differences, "unit", old.unit().symbol(), now.unit().symbol());
    difference(
        differences, "kind", text("kind." + old.kind().name()), text("kind." + now.kind().name()));
    Target was = old.target();
    Target is = now.target();
    if (was != null && is != null) {
      difference(differences, "comparator", was.comparator().sign(), is.comparator().sign());
      difference(
          differences,
          "firmness",
          text("firmness." + was.firmness().name()),
          text("firmness." + is.firmness().name()));
    }
    difference(
        differences, "reporters", names(before, old.reportedBy()), names(round, now.reportedBy()));
    difference(differences, "counted", counted(old), counted(now));
    difference(
        differences,
        "deliverables",
        String.join("、", old.deliverables()),
        String.join("、", now.deliverables()));
    return differences;
  }

  private static void difference(List<String> to, String what, String was, String is) {
    if (!was.equals(is)) {
      to.add(
          text(
              "difference",
              "what",
              text("difference." + what),
              "before",
              was.isEmpty() ? text("nothing") : was,
              "now",
              is.isEmpty() ? text("nothing") : is));
    }
  }

  private static String names(Round of, List<EntityCode> entities) {
    return entities.stream()
        .map(code -> of.findEntity(code).map(ReportingEntity::name).orElse(code.value()))
        .collect(Collectors.joining("、"));
  }

  /// What of the evidence counts: another key counts other things.
  private static String counted(Indicator indicator) {
    Evidence evidence = indicator.evidence();
    if (evidence == null) {
      return "";
    }
    List<String> counted = new ArrayList<>();
    evidence.key().forEach(key -> counted.add(key.column()));
    if (indicator.kind() != Kind.MILESTONE) {
      evidence.where().forEach((column, value) -> counted.add(column + "=" + value));
    }
    if (evidence.value() != null) {
      counted.add(evidence.value());
    }
    if (evidence.reference() != null) {
      counted.add(evidence.reference());
    }
    if (evidence.ofTheYear()) {
      counted.add(text("of-the-year"));
    }
    return String.join("、", counted);
  }

  private void dropped(Project project) {
    if (!projectsCarried.contains(project.number())) {
      add(Change.DROPPED, project, null, null, null, "");
      before.indicatorsOf(project).stream()
          .filter(i -> i.target() != null && !indicatorsCarried.contains(i.code()))
          .forEach(i -> add(Change.DROPPED, project, null, i, null, ""));
    }
  }

  private void add(
      Change change,
      @Nullable Project earlier,
      @Nullable Project project,
      @Nullable Indicator old,
      @Nullable Indicator now,
      String detail) {
    changes.add(
        new CommitmentChange(
            change,
            earlier == null ? null : earlier.number(),
            earlier == null ? null : earlier.title(),
            project == null ? null : project.number(),
            project == null ? null : project.title(),
            promised(old),
            promised(now),
            detail));
  }

  private static @Nullable Promised promised(@Nullable Indicator indicator) {
    return indicator == null
        ? null
        : new Promised(
            indicator.code(), indicator.name(), indicator.unit().symbol(), target(indicator));
  }

  /// A target as tables print it.
  private static String target(Indicator indicator) {
    Target target = indicator.target();
    if (target == null) {
      return "";
    }
    BigDecimal value = target.value();
    BigDecimal from = target.from();
    String aspired = target.firmness() == Target.Firmness.ASPIRED ? text("firmness.ASPIRED") : "";
    return aspired
        + (from == null ? "" : from.toPlainString())
        + target.comparator().sign()
        + (value == null ? "" : value.toPlainString());
  }

  static String text(String key, Object... holes) {
    return MESSAGES.text("comparison." + key, holes);
  }
}
