package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.publication.PublishableRound.tree;
import static pledgebook.publication.PublishableRound.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Severity;

/// What stands in the output folder after a run: all of the new edition or all of the old one.
@Isolated("changes the default locale and time zone")
class PublisherTests {
  private static final Instant NOON = Instant.parse("2025-06-07T04:00:00Z");

  @TempDir Path root;

  @Test
  void writesWhatItsManifestTellsOf() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      PublishedEdition published = round.publishAll();
      assertThat(published.folder()).isEqualTo(round.output.resolve("2024"));
      assertThat(published.draft()).isFalse();
      assertThat(published.notes()).isEmpty();
      assertThat(published.files()).allMatch(file -> Files.exists(file.path()));
      assertThat(published.files())
          .extracting(file -> file.path().getFileName().toString())
          .containsExactly(
              "完成情况.pdf",
              "完成情况-折页.pdf",
              "完成情况-骑马订.pdf",
              "完成情况-附件.pdf",
              "完成情况汇总.xlsx",
              "核查意见",
              "findings.json",
              "findings.csv",
              "data",
              "leaves.txt",
              "manifest.json");
      Manifest manifest = Manifest.read(published.folder());
      assertThat(manifest.differencesIn(published.folder())).isEmpty();
      assertThat(manifest.outputs())
          .extracting(HashedFile::path)
          .contains("data/lineage.csv", "data/lineage.parquet", "data/datapackage.json");
      assertThat(manifest.inputs())
          .extracting(HashedFile::path)
          .containsExactly("input/2024/310000/报送.xlsx", "input/2024/320000/报送.xlsx");
      assertThat(round.output)
          .isDirectoryContaining("glob:**2024")
          .isDirectoryNotContaining("glob:**/.*");
    }
  }

  @Test
  void givesTheSameBytesInAnotherFolderTimeZoneAndLocale() {
    Map<String, String> here = published(root.resolve("here"), "UTC", Locale.ROOT);
    // Its own digits, its own calendar, half a day away.
    Locale thai = Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai");
    Path there = root.resolve("there/deeper/资料 夹");
    assertThat(published(there, "Pacific/Kiritimati", thai)).isEqualTo(here);
    assertThat(published(root.resolve("ar"), "America/New_York", Locale.forLanguageTag("ar-EG")))
        .isEqualTo(here)
        .hasSizeGreaterThan(10);
  }

  private static Map<String, String> published(Path root, String zone, Locale locale) {
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(locale);
      try (PublishableRound round = PublishableRound.complete(root)) {
        round.found(Severity.VERIFY, "=1+1").skipped().publishAll();
        return tree(round.output);
      }
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }
  }

  @Test
  void leavesThePreviousEditionWholeWhenAWriterFails() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      Map<String, String> before = tree(round.output);
      Publisher failing =
          round.publisher(
              writer("完成情况汇总.xlsx", target -> Files.writeString(target, "new")),
              writer(
                  "findings.json",
                  target -> {
                    Files.writeString(target, "half");
                    throw new IOException("No space left on device");
                  }));
      Failure failure = catchThrowableOfType(Failure.class, () -> failing.publish(round.edition()));
      assertThat(failure.code()).isEqualTo("publication.not-written");
      assertThat(failure.exitStatus()).isEqualTo(ExitStatus.FAILED);
      assertThat(failure.getMessage()).contains("findings.json", "（磁盘已满）").contains("上一次的输出未受影响");
      assertThat(tree(round.output)).isEqualTo(before);
    }
  }

  @Test
  void leavesThePreviousEditionWholeWhenTheProgramItselfFails() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      Map<String, String> before = tree(round.output);
      Publisher failing =
          round.publisher(
              writer(
                  "findings.json",
                  target -> {
                    throw new OutOfMemoryError("test");
                  }));
      assertThatThrownBy(() -> failing.publish(round.edition()))
          .isInstanceOf(OutOfMemoryError.class);
      assertThat(tree(round.output)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void makesGoodARunThatDiedBetweenTheRenames(boolean newOneInPlace) throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      Map<String, String> whole = tree(round.output);
      Path edition = round.output.resolve("2024");
      Path previous = round.output.resolve(".2024.previous");
      if (newOneInPlace) {
        write(previous.resolve("manifest.json"), "old");
      } else {
        Files.move(edition, previous);
      }
      write(round.output.resolve(".2024.building/manifest.json"), "half");
      assertThatThrownBy(() -> round.publisher(failing()).publish(round.edition()))
          .isInstanceOf(Failure.class);
      assertThat(tree(round.output)).isEqualTo(whole);
      round.publish();
      assertThat(tree(round.output)).isEqualTo(whole);
    }
  }

  @Test
  void replacesADraft() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.found(Severity.ERROR, "0.666");
      PublishedEdition draft = round.publish();
      assertThat(draft.draft()).isTrue();
      assertThat(round.program("0.1.1").publish().folder()).isEqualTo(draft.folder());
      assertThat(round.output).isDirectoryNotContaining("glob:**2024-2");
    }
  }

  @Test
  void isADraftWhenAMemberIsMissing() throws IOException {
    try (PublishableRound round = new PublishableRound(root).sent(SHANGHAI, "1000", "60")) {
      PublishedEdition published = round.publish();
      assertThat(published.draft()).isTrue();
      assertThat(Manifest.read(published.folder()).draft()).isTrue();
    }
  }

  @Test
  void leavesASealedEditionUntouchedWhenItComesOutTheSame() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      new Seal(round.jobs, round.input, round.output).seal(2024, "示例", NOON);
      Map<String, String> sealed = tree(round.output);
      PublishedEdition again = round.publish();
      assertThat(again.folder()).isEqualTo(round.output.resolve("2024"));
      assertThat(again.notes()).singleElement().asString().contains("已封存");
      assertThat(tree(round.output)).isEqualTo(sealed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"findings.csv", "closing.csv", "manifest.json"})
  void refusesWhenASealedEditionComesOutDifferent(String altered) {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      new Seal(round.jobs, round.input, round.output).seal(2024, "示例", NOON);
      write(folder.resolve(altered), "{}");
      Map<String, String> before = tree(round.output);
      Failure failure = catchThrowableOfType(Failure.class, round::publish);
      assertThat(failure.code()).isEqualTo("publication.sealed-differs");
      assertThat(failure.exitStatus()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(failure.getMessage()).contains(altered);
      assertThat(tree(round.output)).isEqualTo(before);
    }
  }

  @Test
  void neverOverwritesASealedEdition() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path first = round.publish().folder();
      new Seal(round.jobs, round.input, round.output).seal(2024, "示例", NOON);
      Map<String, String> sealed = tree(first);
      PublishedEdition second = round.program("0.2.0").publish();
      assertThat(second.folder()).isEqualTo(round.output.resolve("2024-2"));
      assertThat(second.notes()).singleElement().asString().contains("2024（第1版）已封存");
      assertThat(round.program("0.3.0").publish().folder()).isEqualTo(second.folder());
      assertThat(tree(first)).isEqualTo(sealed);
      new Seal(round.jobs, round.input, round.output).seal(2024, "示例", NOON);
      assertThat(round.program("0.4.0").publish().folder())
          .isEqualTo(round.output.resolve("2024-3"));
      assertThat(round.program("0.1.0").publish().folder()).isEqualTo(first);
      assertThat(tree(first)).isEqualTo(sealed);
    }
  }

  @Test
  void refusesWhenAReceivedFileChangedOnTheWay() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      Map<String, String> before = tree(round.output);
      write(round.input.resolve("2024/310000/报送.xlsx"), "replaced");
      Failure failure = catchThrowableOfType(Failure.class, round::publish);
      assertThat(failure.code()).isEqualTo("publication.input-changed");
      assertThat(failure.getMessage()).contains("310000/报送.xlsx");
      assertThat(tree(round.output)).isEqualTo(before);
    }
  }

  @Test
  void saysThatAFolderCannotBeWrittenTo() {
    Path file = root.resolve("file");
    write(file, "no folder");
    for (Path output : List.of(file, file.resolve("output"))) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> Publisher.requireWritable(output));
      assertThat(failure.code()).isEqualTo("publication.output-not-writable");
      assertThat(failure.exitStatus()).isEqualTo(ExitStatus.FAILED);
      assertThat(failure.getMessage()).contains(output.toString());
    }
  }

  @Test
  void leavesNothingBehindWhereItTriesToWrite() {
    Path output = root.resolve("new/output");
    Publisher.requireWritable(output);
    assertThat(output).isEmptyDirectory();
  }

  private static OutputWriter failing() {
    return writer(
        "findings.json",
        target -> {
          throw new IOException("no");
        });
  }

  private static OutputWriter writer(String name, Writing writing) {
    return new OutputWriter() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void write(Edition edition, Path target) throws IOException {
        writing.to(target);
      }
    };
  }

  private interface Writing {
    void to(Path target) throws IOException;
  }
}
