package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import pledgebook.PublishedRound;
import pledgebook.finding.Severity;
import pledgebook.observation.Judgement;
import pledgebook.observation.Resolved;
import pledgebook.registry.Digest;
import pledgebook.registry.Digest.Block;
import pledgebook.registry.Digest.ChartKind;
import pledgebook.registry.Digest.Orientation;
import pledgebook.registry.Digest.Paper;
import pledgebook.registry.Round;
import pledgebook.registry.TrimSize;
import pledgebook.statement.DigestStatement;
import pledgebook.vocabulary.Sha256;

/// The digest of 2024 with the published values, as an edition holds it.
final class SampleDigest {
  private SampleDigest() {}

  static Edition complete() {
    return edition(PublishedRound.digest(), false);
  }

  /// With an error that stands, and a member missing.
  static Edition draft() {
    return edition(PublishedRound.digest(), true, "A01-01", "A03-03");
  }

  static Edition edition(Digest digest, boolean error, String... missing) {
    Round round = PublishedRound.round();
    List<Resolved> resolved = new ArrayList<>();
    if (error) {
      resolved.add(Resolved.open(SampleEdition.finding(Severity.ERROR)));
    }
    return new Edition(
        round,
        SampleEdition.design(TrimSize.SMALL),
        Sha256.of("sample digest"),
        "0.1.0",
        new Judgement(resolved, List.of()),
        PublishedRound.reconciled(round, missing),
        PublishedRound.statements(digest, missing));
  }

  static DigestStatement digest(Edition edition) {
    return edition.statements().findDigest().orElseThrow();
  }

  /// On another paper; one that lies has room for more blocks in a row, a small one for less.
  static Digest on(Paper paper, Orientation orientation) {
    List<Integer> lying = List.of(3, 3, 6, 7, 5);
    List<Block> blocks = new ArrayList<>(PublishedRound.digest().blocks());
    boolean small = paper == Paper.A4;
    boolean lies = orientation == Orientation.LANDSCAPE;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int entries = small ? Math.min(4, block.entries().size()) : block.entries().size();
      blocks.set(
          i,
          new Block(
              block.title(),
              block.icon(),
              lies ? lying.get(i) : block.width(),
              block.entries().subList(0, entries),
              block.charts().stream()
                  .filter(chart -> !small || (!lies && chart.kind() == ChartKind.TILES))
                  .toList(),
              block.place()));
    }
    Digest digest = PublishedRound.digest();
    return new Digest(
        digest.title(), digest.lead(), paper, orientation, blocks, digest.tiles(), digest.quoted());
  }

  /// With other blocks.
  static Digest with(UnaryOperator<Block> change) {
    Digest digest = PublishedRound.digest();
    return new Digest(
        digest.title(),
        digest.lead(),
        digest.paper(),
        digest.orientation(),
        digest.blocks().stream().map(change).toList(),
        digest.tiles(),
        digest.quoted());
  }
}
