package pledgebook.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Project;
import pledgebook.registry.Round;
import pledgebook.registry.Source.Provenance;
import pledgebook.statement.Promise;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Role;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The one page of an announcement, A4: number, title, promise with its figures red, responsible
/// units; at the foot where the wording comes from. Lengths are millimetres.
final class AnnouncementSheet {
  private static final double WIDTH = 210;
  private static final double HEIGHT = 297;
  private static final double MARGIN = 15;
  private static final double MEASURE = WIDTH - 2 * MARGIN;

  /// The column of numbers.
  private static final double NUMBERS = 15;

  private static final double BAR = 1.4;
  private static final double BAR_LENGTH = 15;
  private static final double BELOW_TITLE = 6;

  /// Between two projects at most, and at least.
  private static final double MOST_GAP = 8;

  private static final double LEAST_GAP = 2.2;

  /// Between the line at the foot and the notes below it.
  private static final double ABOVE_NOTES = 1.5;

  private static final Ink HAIR = Ink.grey(30);

  private final Page page;
  private final Composer composer;
  private final Round round;
  private final String title;
  private final List<Promise> promises;
  private final Messages messages = PublicationFailures.MESSAGES;

  AnnouncementSheet(Document document, Round round, String title, List<Promise> promises) {
    this.page = document.page(WIDTH, HEIGHT, title);
    this.composer = document.composer();
    this.round = round;
    this.title = title;
    this.promises = List.copyOf(promises);
  }

  /// Lays it out.
  ///
  /// @throws Failure `publication.overflow` when it does not fit in the smallest size
  void lay() {
    double top = masthead();
    Galley notes = notes();
    double bottom = HEIGHT - MARGIN - notes.height() - ABOVE_NOTES;
    for (TypeScale scale : TypeScale.bodySteps()) {
      List<Part> items =
          promises.stream()
              .map(promise -> Wording.from(place(promise), () -> item(promise, scale)))
              .toList();
      double height = items.stream().mapToDouble(Part::height).sum();
      double gap = (bottom - top - height) / items.size();
      if (gap >= LEAST_GAP && items.stream().allMatch(Part::fits)) {
        draw(items, top, Math.min(gap, MOST_GAP));
        page.line(MARGIN, bottom, WIDTH - MARGIN, bottom, 0.15, HAIR);
        page.place(notes, MARGIN, bottom + ABOVE_NOTES);
        return;
      }
    }
    throw overflow();
  }

  /// Names the word that is too wide in the smallest size, or the longest of the projects.
  private Failure overflow() {
    TypeScale smallest = TypeScale.bodySteps().getLast();
    List<Galley> sentences = promises.stream().map(p -> galley(sentence(p), smallest)).toList();
    int longest =
        IntStream.range(0, sentences.size())
            .boxed()
            .max(
                Comparator.<Integer, Boolean>comparing(i -> !sentences.get(i).keepsToMeasure())
                    .thenComparingDouble(i -> sentences.get(i).height()))
            .orElseThrow();
    Promise worst = promises.get(longest);
    String tooMuch =
        messages.text("overflow.announcement", "number", worst.project(), "title", worst.title());
    return Wording.from(
        place(worst),
        () -> {
          throw Wording.overflow(List.of(sentences.get(longest)), tooMuch);
        });
  }

  private Failure titleTooLong() {
    String tooMuch = messages.text("overflow.announcement.title");
    return new Failure(
        "publication.overflow", ExitStatus.USAGE, tooMuch + Wording.told(round.place("title")));
  }

  private DefinitionPlace place(Promise promise) {
    return round.projects().stream()
        .filter(project -> project.number() == promise.project())
        .map(Project::place)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no project " + promise.project()));
  }

  private double masthead() {
    page.rectangle(MARGIN, MARGIN, BAR_LENGTH, BAR, Ink.RED);
    Galley heading =
        List.of(TypeScale.DISPLAY, TypeScale.NUMERAL, TypeScale.FIGURE, TypeScale.TITLE).stream()
            .map(scale ->
                Wording.at(
                    round.place("title"),
                    () -> line(Run.of(title).in(Weight.BOLD), scale, MEASURE)))
            .filter(galley -> galley.lines().size() == 1)
            .findFirst()
            .orElseThrow(this::titleTooLong);
    double y = MARGIN + BAR + 1.5;
    page.place(heading, MARGIN, y, Role.HEADING);
    y += heading.height() + 0.5;
    Galley published =
        Wording.from(
            place(promises.getFirst()),
            () -> line(Run.of(sources()).in(Face.SOFT), TypeScale.SMALL, MEASURE));
    page.place(published, MARGIN, y);
    y += published.height() + 2;
    page.rectangle(MARGIN, y, MEASURE, 0.7, Ink.BLACK);
    return y + BELOW_TITLE;
  }

  /// Who published the promises and when, each once.
  private String sources() {
    Set<String> sources = new LinkedHashSet<>();
    for (Project project : round.projects()) {
      sources.add(
          messages.text(
              "announcement.source",
              "publisher",
              project.source().publisher(),
              "day",
              Days.text(project.source().date())));
    }
    return String.join(messages.text("booklet.source-separator"), sources);
  }

  private Part item(Promise promise, TypeScale scale) {
    Galley number =
        line(Run.of(String.valueOf(promise.project())).in(Weight.BOLD), TypeScale.FIGURE, NUMBERS);
    double measure = MEASURE - NUMBERS;
    List<Part> parts = new ArrayList<>();
    parts.add(title(promise, number, measure));
    parts.add(text(sentence(promise), scale, measure));
    if (!promise.responsible().isEmpty()) {
      String units =
          String.join(messages.text("announcement.unit-separator"), promise.responsible());
      String line = messages.text("announcement.responsible", "units", units);
      parts.add(text(List.of(Run.of(line).in(Face.SOFT)), TypeScale.NOTE, measure));
    }
    return Part.stack(parts, 0.4);
  }

  /// The title with its number left of it, heard as one heading.
  private Part title(Promise promise, Galley number, double measure) {
    Part title = text(List.of(Run.of(promise.title()).in(Weight.BOLD)), TypeScale.LEAD, measure);
    double rise = TypeScale.FIGURE.baseline() - TypeScale.LEAD.baseline();
    return Part.drawn(
        title,
        (x, top, part) ->
            page.block(
                Role.SUBHEADING,
                () -> {
                  page.place(number, x - NUMBERS, top - rise);
                  part.run();
                }));
  }

  /// The promise, and behind it how close its wording is to the official text.
  private static List<Run> sentence(Promise promise) {
    List<Run> runs = new ArrayList<>(FigureRuns.of(promise.commitment()));
    String note = promise.sourceNote();
    if (note != null) {
      runs.add(Run.of(note).in(Face.SOFT).tied(Run.Tie.INSIDE));
    }
    return runs;
  }

  private void draw(List<Part> items, double top, double gap) {
    double y = top;
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        page.line(MARGIN + NUMBERS, y - gap / 2, WIDTH - MARGIN, y - gap / 2, 0.15, HAIR);
      }
      items.get(i).draw(MARGIN + NUMBERS, y);
      y += items.get(i).height() + gap;
    }
  }

  private Galley notes() {
    List<String> notes = new ArrayList<>();
    notes.add(messages.text("announcement.legend"));
    for (Provenance provenance : Provenance.values()) {
      if (provenance != Provenance.VERBATIM && isThere(provenance)) {
        notes.add(messages.text("announcement.note." + provenance));
      }
    }
    if (round.demonstration()) {
      notes.add(messages.text("announcement.demonstration"));
    }
    return line(Run.of(String.join("", notes)).in(Face.SOFT), TypeScale.NOTE, MEASURE);
  }

  private boolean isThere(Provenance provenance) {
    return round.projects().stream().anyMatch(p -> p.source().provenance() == provenance);
  }

  private Part text(List<Run> runs, TypeScale scale, double measure) {
    return new TextPart(page, composer.compose(runs, scale, measure, Alignment.JUSTIFIED));
  }

  private Galley galley(List<Run> runs, TypeScale scale) {
    return composer.compose(runs, scale, MEASURE - NUMBERS, Alignment.JUSTIFIED);
  }

  private Galley line(Run run, TypeScale scale, double measure) {
    return composer.compose(List.of(run), scale, measure, Alignment.LEFT);
  }
}
