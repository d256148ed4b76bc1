package pledgebook.statement;

import java.util.List;
import java.util.stream.IntStream;
import pledgebook.finding.Finding;
import pledgebook.reconciliation.Breakdown;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.Clause;
import pledgebook.registry.Digest;
import pledgebook.registry.Digest.Block;
import pledgebook.registry.Round;
import pledgebook.statement.DigestStatement.Chart;
import pledgebook.statement.DigestStatement.Entry;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// Composes the digest by the same rules as a completion: a figure that is not there is not
/// printed, and what is missing is told.
final class DigestComposer {
  private static final Messages MESSAGES = Messages.of("statement");

  private final ClauseComposer clauses;
  private final UnboundDigits digits;
  private final ChartComposer charts;

  DigestComposer(
      Round round,
      ReconciledRound reconciled,
      Breakdown breakdown,
      ClauseComposer clauses,
      UnboundDigits digits) {
    this.clauses = clauses;
    this.digits = digits;
    this.charts = new ChartComposer(round, reconciled, breakdown);
  }

  DigestStatement compose(Digest digest) {
    SentenceComposer head = sentence(MESSAGES.text("statement.digest-head"));
    Clause lead = digest.lead();
    return new DigestStatement(
        say(digest.title(), digest, head),
        lead == null ? List.of() : say(lead, digest, head),
        digest.paper(),
        digest.orientation(),
        digest.blocks().stream().map(block -> block(block, digest)).toList(),
        digest.title().place(),
        lead == null ? digest.title().place() : lead.place());
  }

  /// What could not be drawn.
  List<Finding> findings() {
    return charts.findings();
  }

  private DigestStatement.Block block(Block block, Digest digest) {
    digits.examine(Places.of(block.place(), "title"), block.title(), digest.quoted());
    SentenceComposer sentence = sentence(block.title());
    return new DigestStatement.Block(
        block.title(),
        block.icon(),
        block.width(),
        block.entries().stream().map(entry -> entry(entry, digest, sentence)).toList(),
        block.charts().stream().map(chart -> chart(chart, digest, sentence)).toList(),
        block.place());
  }

  private Entry entry(Digest.Entry entry, Digest digest, SentenceComposer sentence) {
    List<Span> spans = say(entry.clause(), digest, sentence);
    IndicatorCode numeral = entry.numeral();
    int place =
        IntStream.range(0, spans.size())
            .filter(i ->
                spans.get(i) instanceof Span.Bound bound
                    && bound.figure().indicator().equals(numeral))
            .findFirst()
            .orElse(Entry.NONE);
    return new Entry(spans, place, entry.clause().place());
  }

  private Chart chart(Digest.Chart chart, Digest digest, SentenceComposer sentence) {
    List<Span> title = say(chart.title(), digest, sentence);
    return charts.compose(chart, digest.tiles(), title, sentence);
  }

  private List<Span> say(Clause clause, Digest digest, SentenceComposer sentence) {
    clauses.say(clause, digest.quoted(), sentence);
    return sentence.spans();
  }

  private static SentenceComposer sentence(String block) {
    String place = MESSAGES.text("statement.digest-place", "block", block);
    return new SentenceComposer(place, Figure.Role.PERFORMANCE);
  }
}
