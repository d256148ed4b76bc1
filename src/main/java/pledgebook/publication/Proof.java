package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.publication.PrintedNumbers.PrintedNumber;
import pledgebook.typesetting.DocumentRefused;
import pledgebook.typesetting.ForeignDocument;
import pledgebook.typesetting.ForeignPage;
import pledgebook.typesetting.Imposition;
import pledgebook.typesetting.Imposition.Side;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// Proof-reading: sets every number of a PDF that somebody else has worked on, such as a printing
/// house, against the booklet of an edition. It takes the booklet to read and both of its printed
/// forms.
public final class Proof {
  /// A page whose trim differs from so many faces by less is cut along its trim.
  private static final double MILLIMETRES_OFF = 4;

  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Path output;

  /// @param output the folder the editions lie in
  public Proof(Path output) {
    this.output = output;
  }

  /// What came of the comparison.
  ///
  /// @param number of the edition within its year, from 1
  /// @param numbers how many numbers the edition has
  /// @param compared how many of them stand on faces that could be read
  /// @param findings every number that is altered, missing or added; or why the file cannot be read
  public record Proofed(
      int number, Sha256 edition, int numbers, int compared, List<Finding> findings) {
    public Proofed {
      findings = List.copyOf(findings);
    }
  }

  /// Compares a file with the newest edition of a year.
  ///
  /// @throws pledgebook.finding.Failure `publication.nothing-to-compare`,
  ///   `publication.booklet-altered`, `publication.edition-not-readable` or
  ///   `publication.file-not-readable`
  public Proofed compare(int year, Path pdf) {
    EditionFolder edition = PublishedBooklet.newestEdition(output, year);
    Manifest manifest = PublishedBooklet.manifest(edition.path());
    Sha256 hash = manifest.edition();
    List<Face> expected = expected(edition, manifest);
    int numbers = expected.stream().mapToInt(face -> face.numbers().size()).sum();
    String name = String.valueOf(pdf.getFileName());
    try {
      List<Face> found = faces(ForeignDocument.read(pdf), expected);
      int compared =
          expected.stream()
              .filter(face -> found.stream().anyMatch(other -> isReadable(face, other)))
              .mapToInt(face -> face.numbers().size())
              .sum();
      return new Proofed(edition.number(), hash, numbers, compared, compare(name, expected, found));
    } catch (DocumentRefused refused) {
      return new Proofed(
          edition.number(), hash, numbers, 0, List.of(refused(name, "proof", refused.reason())));
    } catch (IOException e) {
      throw PublicationFailures.fileNotReadable(pdf, e);
    }
  }

  /// A finding that says why a file cannot be read.
  static Finding refused(String file, String command, DocumentRefused.Reason reason) {
    String name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return finding(
        command + "-unreadable",
        Location.ofFile(file),
        null,
        null,
        MESSAGES.text("unreadable." + name));
  }

  /// A face as it stands somewhere.
  ///
  /// @param page of the file it stands on
  /// @param width in millimetres
  /// @param unread letters of its page of which the file does not say what they are
  private record Face(
      int number, int page, double width, double height, List<PrintedNumber> numbers, int unread) {}

  /// Can another face be compared with an expected one?
  private static boolean isReadable(Face expected, Face found) {
    return expected.number() == found.number()
        && found.unread() == 0
        && (expected.numbers().isEmpty() || !found.numbers().isEmpty());
  }

  /// What the edition itself says.
  private static List<Face> expected(EditionFolder edition, Manifest manifest) {
    byte[] booklet = PublishedBooklet.read(edition.path(), manifest);
    try {
      List<Face> faces = new ArrayList<>();
      for (ForeignPage page : ForeignDocument.read(booklet).pages()) {
        faces.add(face(page.number(), page, 0, page.width(), page.height()));
      }
      return faces;
    } catch (DocumentRefused e) {
      throw PublicationFailures.notReadable(edition.path(), new IOException(e));
    }
  }

  private static Face face(int number, ForeignPage page, double left, double width, double height) {
    double top = (page.height() - height) / 2;
    List<String> lines = page.lines(left, top, width, height);
    return new Face(number, page.number(), width, height, PrintedNumbers.in(lines), page.unread());
  }

  /// The faces of a file: its pages, or the panels of its sheets; none where it has another number
  /// of pages than any form of the booklet.
  private static List<Face> faces(ForeignDocument document, List<Face> expected) {
    Optional<List<Side>> sides = sides(document.pages().size(), expected);
    List<Face> faces = new ArrayList<>();
    for (int i = 0; sides.isPresent() && i < sides.get().size(); i++) {
      ForeignPage page = document.pages().get(i);
      List<Integer> panels = sides.get().get(i).pages();
      double width = extent(page.width(), panels.size(), expected.getFirst().width());
      double height = extent(page.height(), 1, expected.getFirst().height());
      double left = (page.width() - panels.size() * width) / 2;
      for (int panel = 0; panel < panels.size(); panel++) {
        faces.add(face(panels.get(panel), page, left + panel * width, width, height));
      }
    }
    return faces;
  }

  private static Optional<List<Side>> sides(int pages, List<Face> expected) {
    double width = expected.getFirst().width();
    double height = expected.getFirst().height();
    int faces = expected.size();
    if (pages == faces) {
      return Optional.of(
          expected.stream().map(face -> new Side(1, true, List.of(face.number()))).toList());
    }
    return List.of(
            Imposition.accordion(faces, width, height),
            Imposition.saddleStitch(faces, width, height, 2 * width, height))
        .stream()
        .map(Imposition::sides)
        .filter(sides -> sides.size() == pages)
        .findFirst();
  }

  /// Where a file has lost its trim, the faces lie in the middle of the paper.
  private static double extent(double trim, int panels, double face) {
    double surplus = trim - panels * face;
    return Math.abs(surplus) < MILLIMETRES_OFF || surplus < 0 ? trim / panels : face;
  }

  private static List<Finding> compare(String file, List<Face> expected, List<Face> found) {
    if (found.isEmpty()) {
      return List.of(
          finding("proof-form", Location.ofFile(file), null, null, MESSAGES.text("proof.form")));
    }
    List<Finding> findings = new ArrayList<>();
    for (Face face : expected) {
      Face other =
          found.stream().filter(f -> f.number() == face.number()).findFirst().orElseThrow();
      Location place =
          new Location(
              file,
              MESSAGES.text("proof.page", "page", other.page()),
              MESSAGES.text("proof.face", "face", face.number()));
      if (other.unread() > 0) {
        String message = MESSAGES.text("proof.no-characters", "count", other.unread());
        findings.add(finding("proof-no-characters", place, null, null, message));
      } else if (!isReadable(face, other)) {
        findings.add(finding("proof-no-text", place, null, null, MESSAGES.text("proof.no-text")));
      } else {
        NumberDifferences.between(face.numbers(), other.numbers())
            .forEach(difference -> findings.add(finding(place, difference)));
      }
    }
    return findings;
  }

  private static Finding finding(Location place, NumberDifferences.Difference difference) {
    PrintedNumber expected = difference.expected();
    PrintedNumber found = difference.found();
    if (expected == null || found == null) {
      return expected == null
          ? told("added", place, null, text(found), found)
          : told("missing", place, expected.text(), null, expected);
    }
    return told("altered", place, expected.text(), found.text(), expected);
  }

  private static Finding told(
      String kind,
      Location place,
      @Nullable String expected,
      @Nullable String found,
      @Nullable PrintedNumber where) {
    String message =
        MESSAGES.text(
            "proof." + kind,
            "before",
            where == null ? "" : where.before(),
            "expected",
            String.valueOf(expected),
            "found",
            String.valueOf(found));
    return finding("proof-" + kind, place, found, expected, message);
  }

  private static @Nullable String text(@Nullable PrintedNumber number) {
    return number == null ? null : number.text();
  }

  private static Finding finding(
      String name,
      Location place,
      @Nullable String found,
      @Nullable String expected,
      String message) {
    return new Finding(
        "publication." + name,
        Severity.ERROR,
        null,
        place,
        found,
        expected,
        null,
        null,
        message,
        List.of());
  }
}
