package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pledgebook.publication.PublishableRound.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.audit.MerkleTree;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.Sha256;

/// A cell can be shown to belong to an edition, by anybody, and nothing else can.
class CellProofTests {
  private static final Pattern STEP =
      Pattern.compile("\"side\":\"(left|right)\",\"sha256\":\"([0-9a-f]{64})\"");
  private static final String CELL = "310000/报送.xlsx!事项!A2";

  @TempDir private Path root;

  private PublishableRound round = new PublishableRound(Path.of(""));
  private Sha256 edition = Sha256.of("");

  static List<Long> seeds() {
    return IntStream.range(0, 40).mapToObj(i -> 310_000L + i).toList();
  }

  @BeforeEach
  void publish() throws IOException {
    round.close();
    round = PublishableRound.complete(root);
    edition = Manifest.read(round.publish().folder()).edition();
  }

  @AfterEach
  void close() {
    round.close();
  }

  private Path proof(String what) throws IOException {
    return Files.writeString(
        root.resolve("proof.json"), CellProof.of(round.output, 2024, null, what).text());
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CELL,
        "320000/报送.xlsx!指标!E2",
        "input/2024/310000/报送.xlsx",
        "input/2024/320000/报送.xlsx"
      })
  void aProofHoldsWithoutThisProgram(String what) throws IOException {
    Path file = proof(what);
    CellProof read = CellProof.read(file);
    assertThat(read.fault(file, edition)).isEmpty();
    // Once more, from the text of the file alone and three lines of hashing.
    byte[] hash = sha256(new byte[] {0}, read.leaf().getBytes(StandardCharsets.UTF_8));
    Matcher step = STEP.matcher(Files.readString(file));
    while (step.find()) {
      byte[] other = HexFormat.of().parseHex(step.group(2));
      hash =
          step.group(1).equals("left")
              ? sha256(new byte[] {1}, other, hash)
              : sha256(new byte[] {1}, hash, other);
    }
    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(edition.hex());
  }

  /// The recipe of guide.zh.md.
  @Test
  @Tag("system-tool")
  void aProofHoldsInAShell() throws Exception {
    Path file = proof(CELL);
    String guide = Files.readString(Path.of("src/docs/guide.zh.md"));
    Matcher recipe = Pattern.compile("(?s)```bash\n(# 核对证明.*?)```").matcher(guide);
    assertThat(recipe.find()).isTrue();
    Process shell =
        new ProcessBuilder("bash", "-c", recipe.group(1), "check", file.toString()).start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    shell.getInputStream().transferTo(out);
    assertThat(shell.waitFor()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(edition.hex(), edition.hex());
  }

  @ParameterizedTest
  @ValueSource(strings = {"proof", "edition", "leaf", "index", "leaves", "path", "side", "sha256"})
  void aProofThatHoldsNothingWhereSomethingIsAskedForIsNone(String field) throws IOException {
    Path file = proof(CELL);
    String text = Files.readString(file);
    String without =
        text.replaceFirst(
            "\"" + field + "\": ?(\"[^\"]*\"|\\d+|\\[[^]]*])", "\"" + field + "\":null");
    assertThat(without).isNotEqualTo(text);
    Files.writeString(file, without);
    Failure failure = catchThrowableOfType(Failure.class, () -> CellProof.read(file));
    assertThat(failure.code()).isEqualTo("publication.proof-not-readable");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aProofInWhichAnythingWasAlteredFails(long seed) throws IOException {
    Path file = proof(CELL);
    byte[] bytes = Files.readAllBytes(file);
    CellProof proof = CellProof.read(file);
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      byte[] changed = bytes.clone();
      int bit = random.nextInt(bytes.length * 8);
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, changed);
      try {
        CellProof read = CellProof.read(file);
        // White space, a field's spelling: what is said is the same, or it does not hold.
        assertThat(read.equals(proof) || read.fault(file, edition).isPresent())
            .as("seed %d, bit %d", seed, bit)
            .isTrue();
      } catch (Failure failure) {
        assertThat(failure.code()).isEqualTo("publication.proof-not-readable");
      }
    }
  }

  @Test
  void aProofOfAnotherEditionIsTold() throws IOException {
    Path file = proof(CELL);
    assertThat(CellProof.read(file).fault(file, Sha256.of("another")))
        .get()
        .extracting(Finding::code)
        .isEqualTo("publication.proof-of-other-edition");
    Files.writeString(file, Files.readString(file).replace("示例馆", "示例店").replace("HYPER", "SUPER"));
    assertThat(CellProof.read(file).fault(file, null))
        .get()
        .extracting(Finding::code)
        .isEqualTo("publication.proof-broken");
  }

  @Test
  void whatTheEditionDoesNotRestOnCannotBeProved() {
    assertThat(code("310000/报送.xlsx!事项!A99")).isEqualTo("publication.not-rested-on");
    assertThat(code("program")).isEqualTo("publication.not-rested-on");
    write(round.output.resolve("2024/leaves.txt"), "cell\tx\n");
    assertThat(code(CELL)).isEqualTo("publication.leaves-altered");
    assertThat(
            catchThrowableOfType(Failure.class, () -> CellProof.of(round.output, 2025, null, CELL))
                .code())
        .isEqualTo("publication.nothing-to-prove");
    assertThat(CellProof.years(round.output)).containsExactly(2024);
  }

  private String code(String what) {
    return catchThrowableOfType(Failure.class, () -> CellProof.of(round.output, 2024, null, what))
        .code();
  }

  /// One leaf per line, and the root of the lines is the edition.
  @Test
  void theLeavesAreTheEdition() throws IOException {
    MerkleTree tree = new MerkleTree();
    Files.readAllLines(round.output.resolve("2024/leaves.txt")).forEach(tree::add);
    assertThat(tree.root()).isEqualTo(edition);
    assertThat(round.basis().edition(round.warehouse())).isEqualTo(edition);
    assertThat(round.basis().run()).isNotEqualTo(edition);
  }
}
