package pledgebook.publication;

import java.util.List;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Project;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Attachment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Imprint;
import pledgebook.typesetting.Medium;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.UnitOfMeasure;

/// 完成情况.pdf: the booklet to read, in one of three sizes, twelve faces: cover, ten projects, back
/// cover.
final class Booklet {
  /// The faces between the covers; the folded sheet has room for no other number.
  private static final int PROJECT_FACES = 10;

  /// All faces: those and the two covers.
  static final int FACES = PROJECT_FACES + 2;

  private final Edition edition;
  private final Messages messages = PublicationFailures.MESSAGES;
  private final Document document;
  private final Grid grid;

  private Booklet(Edition edition, Medium medium) {
    this.edition = edition;
    this.grid = Grid.of(edition.booklet().size());
    String subject = messages.text("booklet.subject", "title", edition.statements().title());
    this.document = Document.begin(imprint(edition, subject), medium);
  }

  /// What a document of an edition says about itself.
  ///
  /// @param subject one sentence about the content
  static Imprint imprint(Edition edition, String subject) {
    return new Imprint(
        edition.statements().title(), subject, edition.round().dataDate(), edition.hash());
  }

  /// Lays out an edition: the same edition, the same bytes.
  ///
  /// @return the file
  /// @throws Failure `publication.overflow` when a text does not fit its face in the smallest size,
  ///   `publication.faces` when there are not ten projects, `typesetting.missing-glyph`
  static byte[] print(Edition edition) {
    return print(edition, List.of());
  }

  /// The same for a press: the same faces from the same calls.
  static byte[] printForPress(Edition edition) {
    return new Booklet(edition, Medium.PRESS).print(List.of());
  }

  /// The same, with files inside.
  ///
  /// @param attachments what it was made from
  static byte[] print(Edition edition, List<Attachment> attachments) {
    return new Booklet(edition, Medium.READING).print(attachments);
  }

  private byte[] print(List<Attachment> attachments) {
    List<Statement> projects = edition.statements().projects();
    if (projects.size() != PROJECT_FACES) {
      throw new Failure(
          "publication.faces",
          ExitStatus.USAGE,
          messages.text("faces", "expected", PROJECT_FACES, "found", projects.size()));
    }
    new CoverFace(open(edition.statements().slogan(), isRed()), edition).lay();
    for (int i = 0; i < projects.size(); i++) {
      Statement statement = projects.get(i);
      Face face = Wording.from(place(statement), () -> open(bookmark(statement), false));
      Wording.from(place(statement), () -> new ProjectFace(face, edition, statement).lay());
      foot(face, i + 2);
    }
    Face back = open(messages.text("booklet.overall"), isRed());
    new BackFace(back, edition).lay();
    attachments.forEach(document::attach);
    return document.finish();
  }

  /// Where in the definition a project begins; where it is not declared, the round.
  private DefinitionPlace place(Statement statement) {
    return edition.round().projects().stream()
        .filter(project -> project.number() == statement.project())
        .map(Project::place)
        .findFirst()
        .orElseGet(() -> edition.round().place("title"));
  }

  private void foot(Face face, int folio) {
    BookletDesign.Demonstration demonstration = edition.booklet().demonstration();
    if (demonstration == null) {
      face.foot("", Integer.toString(folio));
    } else {
      Wording.at(
          edition.booklet().place("demonstration"),
          () -> face.foot(demonstration.foot(), Integer.toString(folio)));
    }
  }

  private String bookmark(Statement statement) {
    return messages.text(
        "booklet.bookmark", "number", statement.project(), "title", statement.title());
  }

  private Composer composer() {
    List<String> units = edition.round().units().stream().map(UnitOfMeasure::symbol).toList();
    return document.composer().withUnits(units, edition.booklet().words());
  }

  private boolean isRed() {
    return edition.booklet().cover() == BookletDesign.CoverGround.RED;
  }

  private Face open(String bookmark, boolean red) {
    Face face = Face.open(document, grid, composer(), bookmark, red);
    if (edition.draft()) {
      face.draft(messages.text("booklet.draft-mark"), Notices.draft(edition));
    }
    return face;
  }
}
