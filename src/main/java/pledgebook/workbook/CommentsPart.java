package pledgebook.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The comments of a sheet as their part of the package holds them (ECMA-376-1, 18.7). Programs
/// that know threaded comments write them here too, with their replies.
final class CommentsPart {
  private static final int MOST = 10_000;

  private final List<String> authors = new ArrayList<>();
  private final List<CellComment> comments = new ArrayList<>();
  private final int longest;

  private CommentsPart(int longest) {
    this.longest = longest;
  }

  /// Those of a sheet's part; what stands behind damage is left out.
  static List<CellComment> of(Archive archive, String sheet, WorkbookLimits limits) {
    CommentsPart part = new CommentsPart(limits.cellLength());
    try {
      Deadline deadline = Deadline.in(limits.time());
      Optional<String> name = Relationships.of(archive, sheet, deadline).firstOf("comments");
      if (name.isPresent()) {
        part.read(archive, name.get(), deadline);
      }
    } catch (WorkbookRefused e) {
      System.getLogger(CommentsPart.class.getName())
          .log(System.Logger.Level.DEBUG, "comments not read", e);
    }
    return List.copyOf(part.comments);
  }

  private void read(Archive archive, String name, Deadline deadline) throws WorkbookRefused {
    try (XmlPart xml = XmlPart.open(archive, name, deadline)) {
      while (xml.child()) {
        switch (xml.element()) {
          case "authors" -> authors(xml);
          case "commentList" -> comments(xml);
          default -> xml.skip();
        }
      }
    }
  }

  private void authors(XmlPart xml) throws WorkbookRefused {
    while (xml.child()) {
      String author = RichText.unescape(xml.text(longest));
      if (authors.size() < MOST) {
        authors.add(author);
      }
    }
  }

  private void comments(XmlPart xml) throws WorkbookRefused {
    while (xml.child()) {
      if (comments.size() >= MOST) {
        xml.skip();
        continue;
      }
      CellAddress cell = Reference.parse(String.valueOf(xml.attribute("ref")), xml);
      int author = xml.number("authorId", 0);
      StringBuilder text = new StringBuilder();
      while (xml.child()) {
        if (xml.element().equals("text")) {
          text.append(RichText.read(xml, longest));
        } else {
          xml.skip();
        }
      }
      comments.add(
          new CellComment(
              cell, author < authors.size() ? authors.get(author) : "", text.toString()));
    }
  }
}
