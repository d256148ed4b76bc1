package pledgebook.publication;

import java.util.List;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Imprint;
import pledgebook.typesetting.Medium;
import pledgebook.vocabulary.Messages;

/// 完成情况.pdf: the booklet to read, 130 × 184 mm, twelve faces: cover, ten projects, back cover.
final class Booklet {
  /// The faces between the covers; the folded sheet has room for no other number.
  private static final int PROJECT_FACES = 10;

  /// All faces: those and the two covers.
  static final int FACES = PROJECT_FACES + 2;

  private final Edition edition;
  private final Messages messages = PublicationFailures.MESSAGES;
  private final Document document;

  private Booklet(Edition edition, Medium medium) {
    this.edition = edition;
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
    return print(edition, Medium.READING);
  }

  /// The same for another medium: the same faces from the same calls.
  static byte[] print(Edition edition, Medium medium) {
    return new Booklet(edition, medium).print();
  }

  private byte[] print() {
    List<Statement> projects = edition.statements().projects();
    if (projects.size() != PROJECT_FACES) {
      throw new Failure(
          "publication.faces",
          ExitStatus.USAGE,
          messages.text("faces", "expected", PROJECT_FACES, "found", projects.size()));
    }
    new CoverFace(open(edition.statements().slogan()), edition, messages).lay();
    for (int i = 0; i < projects.size(); i++) {
      Statement statement = projects.get(i);
      Face face = open(bookmark(statement));
      new ProjectFace(face, statement, messages).lay();
      face.foot(footNote(), Integer.toString(i + 2));
    }
    Face back = open(messages.text("booklet.overall"));
    new BackFace(back, edition, messages).lay();
    return document.finish();
  }

  private String bookmark(Statement statement) {
    return messages.text(
        "booklet.bookmark", "number", statement.project(), "title", statement.title());
  }

  private String footNote() {
    return edition.round().demonstration() ? messages.text("booklet.demonstration-foot") : "";
  }

  private Face open(String bookmark) {
    Face face = Face.open(document, bookmark);
    if (edition.draft()) {
      face.draft(messages.text("booklet.draft-mark"), Notices.draft(edition));
    }
    return face;
  }
}
