package pledgebook.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.audit.AuditEvent;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.publication.Seal.SealedEdition;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.node.JsonNodeFactory;

/// The closing values of a sealed edition, on their way to be the next year's opening values:
/// copied byte for byte, with what says where they come from.
///
/// @param place where they were found
/// @param year of the sealed edition
/// @param number of the edition within its year
/// @param edition its hash
/// @param text the bytes of closing.csv
public record ClosingCopy(Path place, int year, int number, Sha256 edition, String text) {
  /// The opening values of the next year.
  ///
  /// @param file where they stand
  /// @param before they stood there already, as this copy has them; then nothing was done
  public record Opened(Path file, boolean before) {}

  private static final Pattern HEADING =
      Pattern.compile("# (\\d{4})年度第(\\d{1,6})版.*([0-9a-f]{64})\\s*");
  private static final Pattern ROWS =
      Pattern.compile(
          "[^\r\n]*\r?\nindicator,entity,unit,value"
              + "(\r?\n[A-Z]\\d{2}-\\d{2},\\d{6},[^,\"\r\n]*,\\d{1,12}(\\.\\d{1,6})?)*+\\s*");

  /// A row per member and indicator; what is larger is no closing.csv.
  private static final long LARGEST = 1L << 20;

  private static final String OPENING = "opening.csv";
  private static final String ORIGIN = "opening.yml";

  /// Finds what a year closed with.
  ///
  /// @param output the folder the editions lie in
  /// @param given files to take it from; empty for the newest sealed edition
  /// @throws pledgebook.finding.Failure `publication.nothing-to-open`,
  ///   `publication.outputs-altered`, `publication.closing-unknown`, `publication.closing-several`,
  ///   or `publication.closing-contradicts` where two files state other values for one edition
  public static ClosingCopy find(Path output, int year, List<Path> given) {
    List<ClosingCopy> sealed = sealed(output, year);
    List<ClosingCopy> copies =
        given.isEmpty() ? sealed : given.stream().map(file -> read(file, year)).toList();
    if (copies.isEmpty()) {
      throw PublicationFailures.nothingToOpen(year);
    }
    ClosingCopy chosen = copies.getLast();
    if (copies.stream().anyMatch(copy -> !given.isEmpty() && !copy.isOf(chosen.edition()))) {
      throw PublicationFailures.closingSeveral(given);
    }
    List<ClosingCopy> all = new ArrayList<>(copies);
    all.addAll(sealed);
    all.forEach(chosen::requireAgreement);
    all.forEach(chosen::requireOneEdition);
    return chosen;
  }

  /// Of one year there is one first edition, one second.
  private void requireOneEdition(ClosingCopy other) {
    if (other.number() == number && !other.isOf(edition)) {
      throw PublicationFailures.closingContradicts(place, other.place());
    }
  }

  private static List<ClosingCopy> sealed(Path output, int year) {
    try {
      List<ClosingCopy> sealed = new ArrayList<>();
      for (EditionFolder folder : new EditionFolders(output, year).editions()) {
        if (folder.isSealed()) {
          SealedEdition seal = Seal.read(folder);
          List<String> differing = seal.differences();
          if (!differing.isEmpty()) {
            throw PublicationFailures.outputsAltered(folder.path(), differing);
          }
          sealed.add(read(folder.path().resolve(Seal.CLOSING), year));
        }
      }
      return sealed;
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  private static ClosingCopy read(Path file, int year) {
    try {
      return parsed(file, text(file))
          .filter(copy -> copy.year() == year && ROWS.matcher(copy.text()).matches())
          .orElseThrow(() -> PublicationFailures.closingUnknown(file, year));
    } catch (IOException e) {
      throw PublicationFailures.fileNotReadable(file, e);
    }
  }

  private static Optional<ClosingCopy> parsed(Path file, String text) {
    Matcher heading = HEADING.matcher(text.lines().findFirst().orElse(""));
    return heading.matches()
        ? Optional.of(
            new ClosingCopy(
                file,
                Integer.parseInt(heading.group(1)),
                Integer.parseInt(heading.group(2)),
                new Sha256(heading.group(3)),
                text))
        : Optional.empty();
  }

  /// Does the closing.csv of a sealed edition say what the edition does, under its name?
  static boolean isOf(SealedEdition seal) throws IOException {
    Path file = seal.folder().resolve(Seal.CLOSING);
    Path values = seal.folder().resolve(DataPackage.CLOSING_VALUES);
    if (!Files.isRegularFile(file) || !Files.isRegularFile(values)) {
      return false;
    }
    String text = text(file);
    return parsed(file, text)
            .filter(copy -> copy.number() == seal.number() && copy.isOf(seal.edition()))
            .isPresent()
        && text.substring(text.indexOf('\n') + 1).equals(text(values));
  }

  /// What is too large, or holds bytes that are no text, is none of ours.
  private static String text(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      return "";
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : "";
  }

  private boolean isOf(Sha256 other) {
    return edition.equals(other);
  }

  private void requireAgreement(ClosingCopy other) {
    if (other.isOf(edition) && !other.text().equals(text)) {
      throw PublicationFailures.closingContradicts(place, other.place());
    }
  }

  /// The hash of the copied bytes.
  public Sha256 sha256() {
    return Sha256.of(text);
  }

  /// Writes it beside the definition of the next year.
  ///
  /// @param jobs the folder of definitions
  /// @param by who reviewed it
  /// @param replace whether other opening values may be replaced, and corrections with them
  /// @return what the next year opens with
  /// @throws pledgebook.finding.Failure `publication.opening-there`,
  ///   `publication.review-needs-name`, `publication.closing-contradicts` or
  ///   `publication.not-written`
  public Opened writeTo(Path jobs, String by, LocalDate on, boolean replace) {
    if (AuditEvent.oneLine(by).isEmpty()) {
      throw PublicationFailures.reviewNeedsName();
    }
    Path folder = jobs.resolve(String.valueOf(year + 1));
    Path opening = folder.resolve(OPENING);
    try {
      if (Files.exists(opening)) {
        String there = Files.readString(opening, StandardCharsets.UTF_8);
        parsed(opening, there).ifPresent(this::requireAgreement);
        if (there.equals(text) && Files.exists(folder.resolve(ORIGIN))) {
          return new Opened(opening, true);
        }
        if (!replace && holdsValues(there)) {
          throw PublicationFailures.openingThere(opening);
        }
      }
      put(folder, OPENING, text);
      put(folder, ORIGIN, origin(by, on));
      return new Opened(opening, false);
    } catch (IOException e) {
      throw PublicationFailures.notWritten(OPENING, e);
    }
  }

  private static boolean holdsValues(String text) {
    return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).count() > 1;
  }

  private String origin(String by, LocalDate on) {
    return PublicationFailures.MESSAGES.text(
        "closing.origin",
        "year",
        year,
        "number",
        number,
        "edition",
        edition,
        "closing",
        sha256(),
        "by",
        JsonNodeFactory.instance.stringNode(by),
        "on",
        on);
  }

  private static void put(Path folder, String name, String text) throws IOException {
    WholeFile.write(folder, name, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
  }
}
