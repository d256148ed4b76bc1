package pledgebook.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.audit.MerkleTree.Step;
import pledgebook.vocabulary.Sha256;

/// The tree against the definition of RFC 6962, written down here a second time, recursively.
class MerkleTreeTests {
  private static byte[] hash(int prefix, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) prefix);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// MTH of RFC 6962: split at the largest power of two below n.
  private static byte[] defined(List<String> lines) {
    if (lines.size() == 1) {
      return hash(0, lines.getFirst().getBytes(StandardCharsets.UTF_8));
    }
    int split = Integer.highestOneBit(lines.size() - 1);
    return hash(1, defined(lines.subList(0, split)), defined(lines.subList(split, lines.size())));
  }

  private static List<String> lines(int count) {
    return IntStream.range(0, count).mapToObj(i -> "行" + i).toList();
  }

  private static MerkleTree tree(List<String> lines) {
    MerkleTree tree = new MerkleTree();
    lines.forEach(tree::add);
    return tree;
  }

  private static MerkleTree proving(List<String> lines, int sought) {
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < lines.size(); i++) {
      if (i == sought) {
        tree.addSought(lines.get(i));
      } else {
        tree.add(lines.get(i));
      }
    }
    return tree;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 31, 64, 65, 100, 1025})
  void theRootIsTheOneOfTheStandardAndEveryLeafCanBeProved(int count) {
    List<String> lines = lines(count);
    MerkleTree tree = tree(lines);
    Sha256 root = new Sha256(HexFormat.of().formatHex(defined(lines)));
    assertThat(tree.root()).isEqualTo(root);
    for (int i = 0; i < count; i++) {
      MerkleTree proving = proving(lines, i);
      assertThat(proving.root()).isEqualTo(root);
      assertThat(MerkleTree.root(lines.get(i), i, count, proving.path())).contains(root);
    }
  }

  @Test
  void oneLeafCanBeProvedAtATime() {
    MerkleTree tree = proving(lines(5), 2);
    assertThatThrownBy(() -> tree.addSought("x")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> tree(lines(5)).path()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTreeOfNothingIsTheHashOfNothing() {
    assertThat(new MerkleTree().root()).isEqualTo(Sha256.of(""));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 11, 12})
  void nothingElseComesToTheSameRoot(int index) {
    List<String> lines = lines(13);
    MerkleTree tree = proving(lines, index);
    Optional<Sha256> root = Optional.of(tree.root());
    List<Step> path = tree.path();
    String leaf = lines.get(index);
    assertThat(MerkleTree.root(leaf + " ", index, 13, path)).isNotEqualTo(root);
    for (int other = 0; other < 13; other++) {
      if (other != index) {
        assertThat(MerkleTree.root(leaf, other, 13, path)).as("at %d", other).isNotEqualTo(root);
      }
    }
    for (int i = 0; i < path.size(); i++) {
      Step step = path.get(i);
      for (Step changed :
          List.of(
              new Step(!step.left(), step.sha256()),
              new Step(step.left(), Sha256.of(step.sha256().hex())))) {
        List<Step> forged = new ArrayList<>(path);
        forged.set(i, changed);
        assertThat(MerkleTree.root(leaf, index, 13, forged)).isNotEqualTo(root);
      }
      List<Step> shortened = new ArrayList<>(path);
      shortened.remove(i);
      assertThat(MerkleTree.root(leaf, index, 13, shortened)).isNotEqualTo(root);
    }
    assertThat(MerkleTree.root(leaf, -1, 13, path)).isEmpty();
    assertThat(MerkleTree.root(leaf, 13, 13, path)).isEmpty();
  }

  @Test
  void everyLineAndItsPlaceCount() {
    Sha256 root = tree(lines(9)).root();
    for (int i = 0; i < 9; i++) {
      List<String> changed = new ArrayList<>(lines(9));
      changed.set(i, "x");
      assertThat(tree(changed).root()).isNotEqualTo(root);
      changed.remove(i);
      assertThat(tree(changed).root()).isNotEqualTo(root);
    }
    assertThat(tree(lines(9).reversed()).root()).isNotEqualTo(root);
  }
}
