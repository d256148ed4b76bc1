package pledgebook.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import pledgebook.vocabulary.Sha256;

/// A Merkle tree over lines of text (RFC 6962, section 2.1): the hash of a leaf is SHA-256 over the
/// byte 0x00 and the line's UTF-8, that of a node SHA-256 over 0x01 and its two children; an odd
/// one out goes up as it is. However many leaves there are, a hash per level is held.
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = digest();

  /// The full subtrees that wait for their right neighbour, the highest first.
  private final List<Subtree> waiting = new ArrayList<>();

  /// The way from the sought leaf to the top of its subtree.
  private final List<Step> way = new ArrayList<>();

  private int size;

  /// The hash that stands beside the way from a leaf to the root.
  ///
  /// @param left it stands on the left
  public record Step(boolean left, Sha256 sha256) {}

  /// @param height of a leaf 0
  /// @param sought it holds the leaf whose way is asked for
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Subtree(int height, byte[] hash, boolean sought) {
    Sha256 sha256() {
      return new Sha256(HexFormat.of().formatHex(hash));
    }
  }

  /// Adds a leaf behind the others.
  public void add(String line) {
    add(line, false);
  }

  /// Adds the leaf whose way to the root is asked for; there is one at most.
  ///
  /// @throws IllegalStateException when there is one already
  public void addSought(String line) {
    if (waiting.stream().anyMatch(Subtree::sought)) {
      throw new IllegalStateException("two leaves are sought");
    }
    add(line, true);
  }

  private void add(String line, boolean sought) {
    Subtree top = new Subtree(0, leaf(digest, line), sought);
    size++;
    while (!waiting.isEmpty() && waiting.getLast().height == top.height) {
      Subtree left = waiting.removeLast();
      step(left, top).ifPresent(way::add);
      top = above(left, top);
    }
    waiting.add(top);
  }

  /// How many leaves there are.
  public int size() {
    return size;
  }

  /// The root; of no leaves, the hash of nothing.
  public Sha256 root() {
    return waiting.isEmpty() ? Sha256.of("") : closed(new ArrayList<>()).sha256();
  }

  /// What one needs, besides the sought leaf, to come to the root.
  ///
  /// @throws IllegalStateException when none was added
  public List<Step> path() {
    List<Step> path = new ArrayList<>(way);
    if (waiting.isEmpty() || !closed(path).sought) {
      throw new IllegalStateException("no leaf is sought");
    }
    return path;
  }

  /// Joins what waits, from the right.
  private Subtree closed(List<Step> path) {
    Subtree right = waiting.getLast();
    for (int i = waiting.size() - 2; i >= 0; i--) {
      Subtree left = waiting.get(i);
      step(left, right).ifPresent(path::add);
      right = above(left, right);
    }
    return right;
  }

  private Subtree above(Subtree left, Subtree right) {
    return new Subtree(
        left.height + 1, node(digest, left.hash, right.hash), left.sought || right.sought);
  }

  private static Optional<Step> step(Subtree left, Subtree right) {
    return left.sought
        ? Optional.of(new Step(false, right.sha256()))
        : right.sought ? Optional.of(new Step(true, left.sha256())) : Optional.empty();
  }

  /// The root a path leads to from a leaf; empty where a tree of so many leaves has no such path.
  public static Optional<Sha256> root(String line, int index, int size, List<Step> path) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    MessageDigest digest = digest();
    byte[] hash = leaf(digest, line);
    int at = index;
    int taken = 0;
    for (int count = size; count > 1; count = (count + 1) / 2) {
      int beside = at ^ 1;
      if (beside < count) {
        if (taken == path.size() || path.get(taken).left() != beside < at) {
          return Optional.empty();
        }
        byte[] other = HexFormat.of().parseHex(path.get(taken).sha256().hex());
        hash = beside < at ? node(digest, other, hash) : node(digest, hash, other);
        taken++;
      }
      at /= 2;
    }
    return taken == path.size()
        ? Optional.of(new Sha256(HexFormat.of().formatHex(hash)))
        : Optional.empty();
  }

  private static byte[] leaf(MessageDigest digest, String line) {
    digest.update(LEAF);
    return digest.digest(line.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
    digest.update(NODE);
    digest.update(left);
    digest.update(right);
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
