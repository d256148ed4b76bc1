package pledgebook;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.reconciliation.Breakdown;
import pledgebook.reconciliation.Coverage;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.reconciliation.ReconciledProject;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Digest;
import pledgebook.registry.DigestReader;
import pledgebook.registry.Indicator;
import pledgebook.registry.Region;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.statement.StatementCompiler;
import pledgebook.statement.Statements;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// The round of 2024 as jobs/ defines it, with values that give what was published.
public final class PublishedRound {
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          entry("A01-01", "667.6"),
          entry("A01-06", "8"),
          entry("A02-01", "207000"),
          entry("A02-02", "755300"),
          entry("A02-03", "5412300"),
          entry("A02-04", "8760000"),
          entry("A03-01", "515"),
          entry("A03-02", "215"),
          entry("A03-03", "41"),
          entry("A03-04", "48600"),
          entry("A03-05", "14836200"),
          entry("A03-06", "523100"),
          entry("A04-01", "12"),
          entry("A05-01", "3198"),
          entry("A06-01", "30"),
          entry("A06-02", "8"),
          entry("A07-01", "7528"),
          entry("A07-02", "50"),
          entry("A07-03", "10"),
          entry("A08-01", "300"),
          entry("A08-02", "100"),
          entry("A09-01", "234500"),
          entry("A09-02", "2810000"),
          entry("A09-03", "15000"),
          entry("A10-01", "4"),
          entry("A10-02", "53120"));

  private PublishedRound() {}

  public static Round round() {
    try {
      return RoundReader.read(Path.of("jobs"), 2024);
    } catch (DefinitionRefused refused) {
      throw new IllegalStateException(refused.faults().toString(), refused);
    }
  }

  public static Digest digest() {
    try {
      return DigestReader.read(Path.of("jobs"), round()).orElseThrow();
    } catch (DefinitionRefused refused) {
      throw new IllegalStateException(refused.faults().toString(), refused);
    }
  }

  /// Everything that is said, the digest included.
  ///
  /// @param missing indicators some member did not report
  public static Statements statements(Digest digest, String... missing) {
    Round round = round();
    return StatementCompiler.compile(
        round, reconciled(round, missing), digest, breakdown(round, missing));
  }

  /// Every value there, every project completed.
  ///
  /// @param missing indicators some member did not report
  public static ReconciledRound reconciled(Round round, String... missing) {
    return new ReconciledRound(
        round.indicators().stream().map(i -> reconciled(i, Set.of(missing))).toList(),
        round.projects().stream()
            .map(p -> new ReconciledProject(p.number(), ProjectVerdict.COMPLETED, false, false))
            .toList());
  }

  /// Each value shared out over the members that report it, the first taking what does not divide;
  /// every city but two reached.
  public static Breakdown breakdown(Round round, String... missing) {
    Map<IndicatorCode, Map<EntityCode, BigDecimal>> members = new HashMap<>();
    for (Indicator indicator : round.indicators()) {
      String value = VALUES.get(indicator.code().value());
      if (value != null && !List.of(missing).contains(indicator.code().value())) {
        members.put(indicator.code(), shares(new BigDecimal(value), indicator.reportedBy()));
      }
    }
    Set<String> cities =
        round.regions().stream()
            .filter(region -> region.level().equals("city"))
            .map(Region::code)
            .collect(Collectors.toCollection(HashSet::new));
    cities.removeAll(Set.of("331000", "341700"));
    return new Breakdown(members, Map.of(new IndicatorCode("A03-03"), cities));
  }

  private static Map<EntityCode, BigDecimal> shares(BigDecimal value, List<EntityCode> members) {
    Map<EntityCode, BigDecimal> shares = new HashMap<>();
    if (!members.isEmpty()) {
      BigDecimal[] parts = value.divideAndRemainder(BigDecimal.valueOf(members.size()));
      members.forEach(member -> shares.put(member, parts[0]));
      shares.merge(members.getFirst(), parts[1], BigDecimal::add);
    }
    return shares;
  }

  private static ReconciledIndicator reconciled(Indicator indicator, Set<String> missing) {
    boolean reported = !missing.contains(indicator.code().value());
    List<EntityCode> members = indicator.reportedBy();
    Outcome done = indicator.target() == null ? Outcome.NO_TARGET : Outcome.MET;
    return new ReconciledIndicator(
        indicator.code(),
        reported ? actual(indicator) : null,
        reported ? done : Outcome.NOT_REPORTED,
        null,
        null,
        null,
        new Coverage(members, reported ? members : members.subList(0, members.size() / 2)),
        List.of());
  }

  private static @Nullable Actual actual(Indicator indicator) {
    return switch (indicator.kind()) {
      case NARRATIVE -> null;
      case MILESTONE ->
          new Actual(BigDecimal.valueOf(indicator.deliverables().size()), BigDecimal.ONE);
      case RATIO -> new Actual(value("A02-04"), value("A02-03"));
      case FLOW, STOCK, DISTINCT, COMMON, COVERAGE, DURATION ->
          new Actual(value(indicator.code().value()), BigDecimal.ONE);
    };
  }

  private static BigDecimal value(String code) {
    String value = VALUES.get(code);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + code);
    }
    return new BigDecimal(value);
  }
}
