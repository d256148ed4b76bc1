package pledgebook.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.audit.AuditEvent.Kind;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.Sha256;

/// No change to a log, to the list beside it or to a received file goes unseen.
class AuditTrailTests {
  private static final String AT = "2025-06-07T12:00:00+08:00";

  @TempDir private Path input;

  private Path folder;
  private final List<Listing> listings = new ArrayList<>();
  private Anchor end = new Anchor("", 0, Sha256.of(""));

  static List<Long> seeds() {
    return IntStream.range(0, 60).mapToObj(i -> 20_250_607L + i).toList();
  }

  @BeforeEach
  void keepALog() throws IOException {
    folder = input.resolve("2024");
    AuditLog log = new AuditLog(folder, 2024);
    for (int i = 1; i <= 4; i++) {
      String entity = i == 3 ? "" : "310000";
      String name = (i == 3 ? "rejected" : entity) + "/文件" + i + ".xlsx";
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, "内容" + i);
      Sha256 sha256 = Sha256.of(file);
      listings.add(new Listing(i + 1, sha256, entity, name, "2025-02-2" + i, "示例\t" + i));
      log.record(listings, sha256, "v" + i);
    }
    end =
        log.append(
            AT,
            listings,
            List.of(
                new AuditEvent(Kind.WAIVED, "", "observation.jump", Sha256.of("x"), "理由\n二", "甲"),
                new AuditEvent(Kind.SEALED, "", "2024-1", Sha256.of("e"), "清单", "甲")));
  }

  private List<Finding> findings(Anchor... anchors) {
    return new AuditTrail(input, 2024).verify(listings, List.of(anchors)).findings();
  }

  private Path log() {
    return folder.resolve(AuditLog.NAME);
  }

  @Test
  void aLogThatNobodyTouchedIsWhole() {
    assertThat(findings(end, new Anchor("记下的", 0, end.hash()))).isEmpty();
    assertThat(end.sequence()).isEqualTo(6);
    assertThat(new AuditTrail(input, 2024).verify(listings, List.of()).end()).contains(end);
    assertThat(new AuditLog(folder, 2024).entries()).hasSize(6);
  }

  /// With what stands elsewhere, every single bit counts.
  @ParameterizedTest
  @MethodSource("seeds")
  void everyBitOfTheLogCounts(long seed) throws IOException {
    byte[] bytes = Files.readAllBytes(log());
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      byte[] changed = bytes.clone();
      int bit = random.nextInt(bytes.length * 8);
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(log(), changed);
      assertThat(findings(end)).as("seed %d, bit %d", seed, bit).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyBitOfAReceivedFileCounts(long seed) throws IOException {
    Random random = new Random(seed);
    Listing listing = listings.get(random.nextInt(listings.size()));
    Path file = folder.resolve(listing.file());
    byte[] bytes = Files.readAllBytes(file);
    int bit = random.nextInt(bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    Files.write(file, bytes);
    assertThat(findings())
        .as("seed %d", seed)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("audit.file-altered");
          assertThat(finding.location().file()).isEqualTo(listing.file());
          assertThat(finding.message()).contains(listing.file(), "第" + listing.line() + "行");
        });
    Files.delete(file);
    assertThat(findings()).extracting(Finding::code).containsExactly("audit.file-missing");
  }

  /// Lines taken out, doubled or moved are seen without anything that stands elsewhere, but for
  /// those at the end.
  @ParameterizedTest
  @MethodSource("seeds")
  void noLineIsTakenOutPutInOrMovedUnseen(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(Files.readAllLines(log()));
    int one = 1 + random.nextInt(lines.size() - 2);
    switch (random.nextInt(3)) {
      case 0 -> lines.remove(one);
      case 1 -> lines.add(1 + random.nextInt(lines.size()), lines.get(one));
      default -> Collections.swap(lines, one, one + 1);
    }
    Files.writeString(log(), String.join("\n", lines) + "\n");
    assertThat(findings())
        .as("seed %d", seed)
        .anySatisfy(finding -> {
          assertThat(finding.code()).isEqualTo("audit.chain-broken");
          assertThat(finding.location().file()).isEqualTo("audit.log");
          assertThat(finding.location().cell()).isNotNull();
        });
  }

  @Test
  void anEndCutOffIsSeenByTheListOrByWhatStandsElsewhere() throws IOException {
    List<String> lines = Files.readAllLines(log());
    Files.writeString(log(), String.join("\n", lines.subList(0, 5)) + "\n");
    assertThat(findings()).isEmpty();
    assertThat(findings(end)).extracting(Finding::code).containsExactly("audit.head-differs");
    Files.writeString(log(), String.join("\n", lines.subList(0, 4)) + "\n");
    assertThat(findings()).extracting(Finding::code).containsExactly("audit.not-recorded");
    Files.delete(log());
    assertThat(findings()).extracting(Finding::code).containsExactly("audit.no-log");
    assertThat(findings(end))
        .extracting(Finding::code)
        .containsExactly("audit.no-log", "audit.head-differs");
  }

  @Test
  void aLogOfAnotherYearIsNone() throws IOException {
    Files.createDirectories(input.resolve("2025"));
    Files.copy(log(), input.resolve("2025").resolve(AuditLog.NAME));
    assertThat(new AuditTrail(input, 2025).verify(List.of(), List.of()).findings())
        .extracting(Finding::code)
        .contains("audit.chain-broken");
  }

  @Test
  void theListMustSayTheSame() {
    Listing second = listings.get(1);
    listings.set(1, new Listing(3, second.sha256(), "310000", second.file(), second.at(), "另一人"));
    assertThat(findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("audit.list-differs");
          assertThat(finding.message()).contains("received.csv第3行", "audit.log第3行");
        });
    listings.set(1, second);
    Listing gone = listings.removeLast();
    assertThat(findings()).extracting(Finding::code).containsExactly("audit.not-listed");
    listings.add(0, gone);
    assertThat(findings()).extracting(Finding::code).contains("audit.list-order");
  }

  @Test
  void nothingIsAppendedToABrokenLog() throws IOException {
    byte[] bytes = Files.readAllBytes(log());
    bytes[200] ^= 1;
    Files.write(log(), bytes);
    AuditLog log = new AuditLog(folder, 2024);
    assertThat(
            catchThrowableOfType(Failure.class, () -> log.append(AT, listings, List.of())).code())
        .isEqualTo("audit.log-broken");
    assertThat(catchThrowableOfType(Failure.class, log::entries).code())
        .isEqualTo("audit.log-broken");
    assertThat(Files.readAllBytes(log())).isEqualTo(bytes);
  }

  @Test
  void aLogThatIsNoFileIsAClearFailure() throws IOException {
    Files.delete(log());
    Files.createDirectory(log());
    Failure reading = catchThrowableOfType(Failure.class, this::findings);
    assertThat(reading.code()).isEqualTo("audit.not-readable");
    assertThat(reading).hasMessageContaining("（那里是文件夹，不是文件）");
    AuditLog log = new AuditLog(folder, 2024);
    Failure writing =
        catchThrowableOfType(Failure.class, () -> log.append(AT, listings, List.of()));
    assertThat(writing.code()).isEqualTo("audit.not-written");
    assertThat(writing).hasMessageContaining("（那里是文件夹，不是文件）");
  }

  @Test
  void valuesOnALineComeBackAsTheyWere() {
    List<String> values = List.of("", "\t", "\\t", "a\nb\r", "\\\\", "字");
    assertThat(TabbedLine.values(TabbedLine.of(values))).isEqualTo(values);
    assertThat(TabbedLine.of(values)).doesNotContain("\n", "\r");
  }
}
