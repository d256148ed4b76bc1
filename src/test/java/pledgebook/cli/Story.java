package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pledgebook.finding.Failure;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.submission.Inbox;
import pledgebook.typesetting.PrintedText;
import pledgebook.workbook.WorkbookWriter;

/// A folder that tells a story: `jobs/` and `input/` as the program knows them, workbooks as YAML,
/// and in `story.yml` what is done. What came of it lies in `expected/`.
///
/// A round may have fewer than ten projects, `projects` being its last key; it is filled up with
/// projects the first member has completed. `story.yml` has `about`, and `steps`: commands of the
/// program without the options `--jobs`, `--input`, `--output`, and `receive <year> [file…]`, which
/// receives the workbooks of `input/<year>` in order. What a command says goes to the transcript,
/// or with `> file` at its end to a file. A step `{replace: file, old: …, by: …}` edits a file,
/// `{remove: file}` deletes one, `{print: file, with: text}` takes the lines of one (of a PDF its
/// text) that hold the text into the transcript; all below the folder the story plays in. Without
/// `steps` each year of `input/` is received and run.
final class Story {
  /// How the deliverables of the projects begin that fill a round up.
  static final String FILLER = "示例交付";

  private static final String FILLING_PROJECT = "示例充数项目";

  private static final Pattern FILLING_INDICATOR = Pattern.compile("\\bA\\d\\d-99\\b");

  private static final Path STORIES = Path.of("src/test/resources/stories");
  private static final int PROJECTS = 10;
  private static final List<String> PLACES = List.of("jobs", "input", "output");

  private final Path folder;
  private final Path stage;
  private final List<String> transcript = new ArrayList<>();
  private final Map<String, Integer> told = new LinkedHashMap<>();
  private String year = "";
  private String edition = "";

  private Story(Path folder, Path stage) {
    this.folder = folder;
    this.stage = stage;
  }

  static List<String> names() {
    try (Stream<Path> folders = Files.list(STORIES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("story.yml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Plays a story.
  ///
  /// @param stage an empty folder
  /// @return what is to lie in `expected/`, by name
  static Map<String, List<String>> play(String name, Path stage) throws Exception {
    Story story = new Story(STORIES.resolve(name), stage);
    story.setScene();
    for (Object step : story.steps()) {
      story.step(step);
    }
    return story.outcome();
  }

  /// The round of a story, read from an empty folder it is put into.
  static Round round(String name, int year, Path stage) throws IOException, DefinitionRefused {
    new Story(STORIES.resolve(name), stage).setScene();
    return RoundReader.read(stage.resolve("jobs"), year);
  }

  static Path expected(String name) {
    return STORIES.resolve(name).resolve("expected");
  }

  private void setScene() throws IOException {
    for (String place : PLACES) {
      Files.createDirectories(stage.resolve(place));
    }
    try (Stream<Path> shared = Files.list(Path.of("jobs"))) {
      for (Path file : shared.filter(Files::isRegularFile).toList()) {
        Files.copy(file, stage.resolve("jobs").resolve(file.getFileName()));
      }
    }
    try (Stream<Path> files = Files.walk(folder.resolve("jobs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = stage.resolve("jobs").resolve(folder.resolve("jobs").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        if (file.endsWith("round.yml")) {
          complete(copy);
        }
      }
    }
  }

  /// Fills a round up, and puts beside it what every year needs.
  private void complete(Path round) throws IOException {
    String text = Files.readString(round);
    String head = text.substring(text.indexOf("\nprojects:"));
    int there = head.split("\n  - number:", -1).length - 1;
    String filler = Files.readString(STORIES.resolve("filler.yml"));
    StringBuilder whole = new StringBuilder(text);
    for (int number = there + 1; number <= PROJECTS; number++) {
      told.put(yearOf(round), there);
      whole.append(filler.replace("{number}", String.valueOf(number)).replace("{00}", two(number)));
    }
    Files.writeString(round, whole);
    Path booklet = round.resolveSibling("booklet.yml");
    if (!Files.exists(booklet) && !Files.exists(own(round, "booklet.yml"))) {
      Files.copy(STORIES.resolve("booklet.yml"), booklet);
    }
    Path opening = round.resolveSibling("opening.csv");
    if (!Files.exists(opening) && !Files.exists(own(round, "opening.csv"))) {
      Files.writeString(opening, "indicator,entity,value\n");
    }
  }

  /// The file the story itself has beside a round.
  private Path own(Path round, String name) {
    return folder.resolve("jobs").resolve(yearOf(round)).resolve(name);
  }

  private String yearOf(Path round) {
    return stage.resolve("jobs").relativize(round).getName(0).toString();
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  private List<Object> steps() throws IOException {
    Map<String, Object> story = story();
    if (StoryYaml.text(story, "about").isBlank()) {
      throw new IllegalArgumentException(folder + " tells nothing");
    }
    List<Object> steps = StoryYaml.list(story, "steps");
    if (!steps.isEmpty()) {
      return steps;
    }
    List<Object> all = new ArrayList<>();
    for (String name : sorted(folder.resolve("input"))) {
      all.add("receive " + name);
      all.add("year-end " + name);
    }
    return all;
  }

  private Map<String, Object> story() {
    return StoryYaml.read(folder.resolve("story.yml"));
  }

  private static List<String> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .sorted(Comparator.comparing((String n) -> n.replace(".yml", "")))
          .toList();
    }
  }

  private void step(Object step) throws Exception {
    if (step instanceof Map<?, ?>) {
      Map<String, Object> named = StoryYaml.named(step);
      if (named.containsKey("print")) {
        print(named);
      } else {
        edit(named);
      }
      return;
    }
    String line = step instanceof String text ? text : StoryYaml.text(step);
    List<String> words = List.of(line.split(" +", -1));
    if (words.getFirst().equals("receive")) {
      receive(words.get(1), words.subList(2, words.size()));
    } else {
      command(line, words);
    }
  }

  private void edit(Map<String, Object> step) throws IOException {
    if (step.containsKey("remove")) {
      Path file = stage.resolve(StoryYaml.text(step, "remove"));
      Files.delete(file);
      transcript.add("- " + stage.relativize(file));
      return;
    }
    Path file = stage.resolve(StoryYaml.text(step, "replace"));
    String text = Files.readString(file);
    String old = StoryYaml.text(step, "old");
    assertThat(text).as(file.toString()).contains(old);
    Files.writeString(file, text.replace(old, StoryYaml.text(step, "by")));
    transcript.add("~ " + stage.relativize(file));
  }

  /// Tells whether a line is of a project no story is about.
  private static boolean isFilling(String line) {
    return line.contains(FILLER)
        || line.contains(FILLING_PROJECT)
        || FILLING_INDICATOR.matcher(line).find();
  }

  private void print(Map<String, Object> step) throws IOException {
    Path file = stage.resolve(StoryYaml.text(step, "print"));
    String with = StoryYaml.text(step, "with");
    transcript.add("< " + stage.relativize(file));
    List<String> lines =
        file.toString().endsWith(".pdf")
            ? PrintedText.text(Files.readAllBytes(file)).lines().toList()
            : Files.readAllLines(file);
    lines.stream().filter(line -> line.contains(with)).map(this::masked).forEach(transcript::add);
  }

  private void receive(String of, List<String> only) throws IOException, DefinitionRefused {
    Round round = RoundReader.read(stage.resolve("jobs"), Integer.parseInt(of));
    Path workbooks = folder.resolve("input").resolve(of);
    for (String name : only.isEmpty() ? sorted(workbooks) : only) {
      Map<String, Object> sheets = new LinkedHashMap<>(StoryYaml.read(workbooks.resolve(name)));
      Instant at =
          Optional.ofNullable(sheets.remove("收到"))
              .map(time -> OffsetDateTime.parse(StoryYaml.text(time)).toInstant())
              .orElse(Instant.parse((round.year() + 1) + "-02-10T01:00:00Z"));
      ReportingEntity member =
          round.entities().stream()
              .filter(entity -> name.startsWith(entity.name()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("whose is " + name));
      Path file = stage.resolve(name.replace(".yml", ".xlsx"));
      WorkbookWriter.write(StoryWorkbook.of(round, member.code(), sheets), file);
      transcript.add("+ " + of + " " + name);
      try {
        new Inbox(stage.resolve("input"), round).receive(file, at, "示例");
      } catch (Failure refused) {
        transcript.add(masked(refused.code() + "：" + refused.getMessage()));
      }
      Files.delete(file);
    }
  }

  private void command(String line, List<String> words) throws IOException {
    int redirected = words.indexOf(">");
    List<Object> arguments = new ArrayList<>(redirected < 0 ? words : words.subList(0, redirected));
    String help = help(words);
    for (String place : PLACES) {
      arguments.replaceAll(
          word -> word.toString().replace("{" + place + "}", stage.resolve(place).toString()));
      if (help.contains("--" + place)) {
        arguments.addAll(List.of("--" + place, stage.resolve(place)));
      }
    }
    Entered entered = Entered.command(arguments.toArray());
    transcript.add("$ " + line + " → " + entered.status());
    boolean run = words.getFirst().equals("year-end");
    if (run) {
      year = words.get(1);
      int day = words.indexOf("--as-of") + 1;
      edition = day == 0 ? year : year + "-as-of-" + words.get(day);
    }
    if (redirected >= 0) {
      Files.writeString(stage.resolve(words.getLast()), entered.out());
      return;
    }
    // What a run says on the terminal is tested elsewhere; here it is what it wrote.
    if (!run || entered.status() == 1 || entered.status() == 2) {
      (entered.out() + entered.err())
          .lines()
          .filter(said -> !isFilling(said))
          .map(this::masked)
          .forEach(transcript::add);
    }
  }

  /// What the command says of itself; of a group of commands, the one that is meant.
  private static String help(List<String> words) {
    return words.getFirst().equals("audit")
        ? Entered.command(words.get(0), words.get(1), "--help").out()
        : Entered.command(words.getFirst(), "--help").out();
  }

  /// Hashes change with the program, places with the machine.
  private String masked(String line) {
    return line.replace(stage + "/", "").replaceAll("[0-9a-f]{12,64}", "…").stripTrailing();
  }

  private Map<String, List<String>> outcome() throws IOException {
    Map<String, List<String>> outcome = new LinkedHashMap<>();
    outcome.put("transcript.txt", transcript);
    Optional<Path> edition = edition();
    if (edition.isPresent()) {
      Path path = edition.get();
      outcome.put("findings.csv", findings(path.resolve("findings.csv")));
      outcome.put(
          "reconciled_indicator.csv", reconciled(path.resolve("data/reconciled_indicator.csv")));
      outcome.put("booklet.txt", booklet(path.resolve("完成情况.pdf")));
      for (Object shown : StoryYaml.list(story(), "show")) {
        Path file = path.resolve(StoryYaml.text(shown));
        outcome.put(
            file.getFileName().toString(),
            Files.readAllLines(file).stream()
                .filter(line -> !isFilling(line))
                .map(this::masked)
                .toList());
      }
    }
    return outcome;
  }

  /// The newest edition of the year that was run last; where that run looked back, what it saw.
  private Optional<Path> edition() throws IOException {
    try (Stream<Path> folders = Files.list(stage.resolve("output"))) {
      return folders
          .filter(path -> !edition.isEmpty())
          .filter(path -> path.getFileName().toString().matches(edition + "(-\\d+)?"))
          .max(
              Comparator.comparingInt((Path path) -> path.getFileName().toString().length())
                  .thenComparing(path -> path.getFileName().toString()));
    }
  }

  /// The findings; not which rules could not run, nor the notices every file carries.
  private List<String> findings(Path file) throws IOException {
    String text = Files.readString(file).substring(1);
    return Arrays.stream(text.split("\r\n", -1))
        .filter(line -> !line.isEmpty() && !line.startsWith("未运行,") && !line.startsWith("说明,"))
        .map(this::masked)
        .toList();
  }

  private static List<String> reconciled(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.contains(FILLER))
        .toList();
  }

  /// The faces of the projects the story is about.
  private List<String> booklet(Path file) throws IOException {
    byte[] pdf = Files.readAllBytes(file);
    List<String> lines = new ArrayList<>();
    int last = 1 + told.getOrDefault(year, PROJECTS);
    for (int face = 2; face <= last; face++) {
      lines.add("--- " + face);
      PrintedText.text(pdf, face).lines().map(String::strip).map(this::masked).forEach(lines::add);
    }
    return lines;
  }
}
