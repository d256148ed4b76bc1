package pledgebook.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import pledgebook.vocabulary.Sha256;

/// A Merkle tree over lines of text (RFC 6962, section 2.1): the hash of a leaf is SHA-256 over the
/// byte 0x00 and the line's UTF-8, that of a node SHA-256 over 0x01 and its two children; an odd
/// one out goes up as it is. Time and memory grow with the number of leaves alone.
public final class MerkleTree {
  private static final int BYTES = 32;
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = digest();
  private byte[] leaves = new byte[1024 * BYTES];
  private int size;

  /// The hash that stands beside the way from a leaf to the root.
  ///
  /// @param left it stands on the left
  public record Step(boolean left, Sha256 sha256) {}

  /// Adds a leaf behind the others.
  public void add(String line) {
    if ((size + 1) * BYTES > leaves.length) {
      leaves = Arrays.copyOf(leaves, leaves.length * 2);
    }
    System.arraycopy(leaf(digest, line), 0, leaves, size * BYTES, BYTES);
    size++;
  }

  /// How many leaves there are.
  public int size() {
    return size;
  }

  /// The root; of no leaves, the hash of nothing.
  public Sha256 root() {
    byte[] level = Arrays.copyOf(leaves, size * BYTES);
    for (int count = size; count > 1; count = (count + 1) / 2) {
      rise(level, count);
    }
    return size == 0 ? Sha256.of("") : hash(level, 0);
  }

  /// What one needs, besides a leaf, to come to the root.
  ///
  /// @param index of the leaf, from 0
  public List<Step> path(int index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf " + index + " of " + size);
    }
    List<Step> path = new ArrayList<>();
    byte[] level = Arrays.copyOf(leaves, size * BYTES);
    int at = index;
    for (int count = size; count > 1; count = (count + 1) / 2) {
      int beside = at ^ 1;
      if (beside < count) {
        path.add(new Step(beside < at, hash(level, beside)));
      }
      rise(level, count);
      at /= 2;
    }
    return path;
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
        hash = beside < at ? node(digest, other, 0, hash, 0) : node(digest, hash, 0, other, 0);
        taken++;
      }
      at /= 2;
    }
    return taken == path.size()
        ? Optional.of(new Sha256(HexFormat.of().formatHex(hash)))
        : Optional.empty();
  }

  /// Replaces a level by the one above it.
  private void rise(byte[] level, int count) {
    for (int i = 0; i + 1 < count; i += 2) {
      byte[] parent = node(digest, level, i * BYTES, level, (i + 1) * BYTES);
      System.arraycopy(parent, 0, level, i / 2 * BYTES, BYTES);
    }
    if (count % 2 == 1) {
      System.arraycopy(level, (count - 1) * BYTES, level, count / 2 * BYTES, BYTES);
    }
  }

  private static Sha256 hash(byte[] level, int index) {
    return new Sha256(HexFormat.of().formatHex(level, index * BYTES, (index + 1) * BYTES));
  }

  private static byte[] leaf(MessageDigest digest, String line) {
    digest.update(LEAF);
    return digest.digest(line.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] node(
      MessageDigest digest, byte[] left, int leftAt, byte[] right, int rightAt) {
    digest.update(NODE);
    digest.update(left, leftAt, BYTES);
    digest.update(right, rightAt, BYTES);
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
