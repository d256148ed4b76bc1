package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.finding.Failure;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Project;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.statement.Figure;
import pledgebook.statement.Promise;
import pledgebook.statement.StatementCompiler;
import pledgebook.typesetting.Conformance;
import pledgebook.typesetting.PrintedText;
import pledgebook.typesetting.PrintedText.Mark;

/// 实事项目清单.pdf, read back.
class AnnouncementTests {
  private static final int RED = 196 << 16 | 22 << 8 | 28;

  private static Round round(int year) throws DefinitionRefused {
    return RoundReader.read(Path.of("jobs"), year);
  }

  private static String flat(byte[] pdf) {
    return PrintedText.marks(pdf).stream()
        .map(Mark::text)
        .collect(Collectors.joining())
        .replaceAll("\\s", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void printsEveryPromiseToTheLetter(int year) throws DefinitionRefused {
    Round round = round(year);
    byte[] pdf = Announcement.print(round, "test");
    String text = flat(pdf);
    assertThat(text).startsWith(year + "年度长三角一体化实事项目").contains("红色数字为承诺的目标");
    for (Project project : round.projects()) {
      assertThat(text)
          .contains(project.number() + project.title() + project.commitment())
          .contains(project.responsible().getLast().units().getLast())
          .contains(project.source().publisher());
    }
    assertThat(PrintedText.marks(pdf))
        .allSatisfy(mark -> {
          assertThat(mark.page()).isEqualTo(1);
          assertThat(mark.left()).isBetween(14.0, 196.0);
          assertThat(mark.right()).isLessThan(197);
          assertThat(mark.baseline()).isBetween(14.0, 283.0);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "2025, 30003万30100300600150万7811312",
    "2024, 6607万1.960万2002004112300",
  })
  void printsTheFiguresOfTargetsRedAndNothingElse(int year, String figures) throws Exception {
    Round round = round(year);
    List<Mark> marks = PrintedText.marks(Announcement.print(round, "test"));
    String red =
        marks.stream()
            .filter(mark -> mark.rgb() == RED)
            .map(Mark::text)
            .collect(Collectors.joining());
    String promised =
        StatementCompiler.promises(round).stream()
            .flatMap(promise -> promise.figures().stream())
            .map(Figure::text)
            .collect(Collectors.joining());
    assertThat(red).isEqualTo(promised).isEqualTo(figures);
  }

  @Test
  void saysHowCloseTheWordingIsToTheOfficialText() throws DefinitionRefused {
    String text = flat(Announcement.print(round(2025), "test"));
    List<Promise> promises = StatementCompiler.promises(round(2025));
    for (Promise promise : promises) {
      assertThat(promise.sourceNote()).isNotNull();
      assertThat(text).contains(promise.title()).contains(String.valueOf(promise.sourceNote()));
    }
    assertThat(text)
        .contains("“※据公开报道”：目标数字见诸报道", "“※据公开报道整理”：公布的目标未见", "责任单位为演示所用")
        .contains("第七届长三角一体化发展高层论坛（南京）　2025年6月7日发布");
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void isForTheArchiveAndForThoseWhoHearIt(int year) throws DefinitionRefused {
    assertThat(Conformance.faults(Announcement.print(round(year), "test"))).isEmpty();
  }

  @Test
  void isWrittenIntoItsFolder(@TempDir Path folder) throws Exception {
    Path first = Announcement.write(round(2025), "test", folder.resolve("a"));
    Path again = Announcement.write(round(2025), "test", folder.resolve("a"));
    Path other = Announcement.write(round(2025), "other", folder.resolve("b"));
    assertThat(again).isEqualTo(first).hasFileName("实事项目清单.pdf");
    assertThat(Files.readAllBytes(first)).isNotEqualTo(Files.readAllBytes(other));
    assertThat(folder.resolve("a")).isDirectoryContaining(first::equals);
    try (var files = Files.list(folder.resolve("a"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() throws DefinitionRefused {
    Round round = round(2025);
    Round tooLong = with(round, p -> "推进医保领域跨省服务，".repeat(90) + "。");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Announcement.print(tooLong, "test"))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("publication.overflow"))
        .withMessageContaining("清单")
        .withMessageContaining("（2025/round.yml第");
  }

  @Test
  void aFaultOfTheWordingIsToldWithItsLine() throws DefinitionRefused {
    Round round = round(2025);
    Project third = round.projects().get(2);
    int line = third.place().line();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Announcement.print(with(round, third, "示例\uD83D\uDE04。"), "test"))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("typesetting.missing-glyph"))
        .withMessageContaining("（2025/round.yml第" + line + "行起的项目）");
    String word = "A".repeat(400);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Announcement.print(with(round, third, word + "。"), "test"))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("publication.overflow"))
        .withMessageContaining(word)
        .withMessageContaining("（2025/round.yml第" + line + "行起的项目）");
  }

  private static Round with(Round round, Project changed, String commitment) {
    return with(round, p -> p.equals(changed) ? commitment : p.commitment());
  }

  private static Round with(Round round, Function<Project, String> commitment) {
    List<Project> longer =
        round.projects().stream()
            .map(p ->
                new Project(
                    p.number(),
                    p.title(),
                    commitment.apply(p),
                    p.source(),
                    p.responsible(),
                    null,
                    List.of(),
                    p.quoted(),
                    p.place()))
            .toList();
    return new Round(
        round.year(),
        round.title(),
        round.slogan(),
        round.entities(),
        round.period(),
        round.collectionStart(),
        round.deadline(),
        round.dataDate(),
        round.demonstration(),
        round.units(),
        round.codeLists(),
        longer,
        round.indicators(),
        round.forms(),
        round.regions(),
        round.opening(),
        round.places(),
        round.checksum());
  }
}
