package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pledgebook.registry.TrimSize;
import pledgebook.typesetting.ImposedSheets;
import pledgebook.typesetting.ImposedSheets.Slug;
import pledgebook.typesetting.Imposition;
import pledgebook.vocabulary.Messages;

/// The booklet as it is printed: its faces, laid out once more with a bleed and in black and one
/// spot red, imposed on the sheets they are folded from.
final class PrintForms {
  /// A4, landscape.
  private static final double OFFICE_WIDTH = 297;

  private static final double OFFICE_HEIGHT = 210;

  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private PrintForms() {}

  /// 完成情况-折页.pdf: one strip for a printing house, folded zigzag.
  static final class Accordion implements OutputWriter {
    @Override
    public String name() {
      return "完成情况-折页.pdf";
    }

    @Override
    public void write(Edition edition, Path target) throws IOException {
      Imposition imposition =
          Imposition.accordion(Booklet.FACES, size(edition).width(), size(edition).height());
      Files.write(target, impose(edition, imposition, "accordion"));
    }
  }

  /// 完成情况-骑马订.pdf: sheets for an office printer, folded once and nested.
  static final class SaddleStitch implements OutputWriter {
    @Override
    public String name() {
      return "完成情况-骑马订.pdf";
    }

    @Override
    public void write(Edition edition, Path target) throws IOException {
      Imposition imposition =
          Imposition.saddleStitch(
              Booklet.FACES,
              size(edition).width(),
              size(edition).height(),
              OFFICE_WIDTH,
              OFFICE_HEIGHT);
      Files.write(target, impose(edition, imposition, "saddle-stitch"));
    }
  }

  private static TrimSize size(Edition edition) {
    return edition.booklet().size();
  }

  private static byte[] impose(Edition edition, Imposition imposition, String form) {
    String subject = MESSAGES.text("print." + form + ".subject");
    List<Slug> slugs = imposition.sides().stream().map(side -> slug(edition, side, form)).toList();
    return ImposedSheets.of(
        Booklet.printForPress(edition), imposition, Booklet.imprint(edition, subject), slugs);
  }

  private static Slug slug(Edition edition, Imposition.Side side, String form) {
    String left =
        MESSAGES.text(
            "print." + form + ".slug",
            "sheet",
            side.sheet(),
            "side",
            MESSAGES.text(side.front() ? "print.front" : "print.back"));
    String right =
        MESSAGES.text(
            "print.slug",
            "title",
            edition.statements().title(),
            "edition",
            edition.hash().abbreviated());
    return new Slug(left, right);
  }
}
