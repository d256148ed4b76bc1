package pledgebook.publication;

import java.util.List;
import pledgebook.typesetting.TypeScale;

/// The sizes a digest is set in, from its masthead to its notes.
///
/// @param icon the side of an icon in millimetres
record DigestSizes(
    TypeScale masthead,
    TypeScale hero,
    TypeScale figure,
    TypeScale title,
    TypeScale lead,
    TypeScale text,
    TypeScale note,
    double icon) {

  /// The sizes in which a page is tried, largest first.
  static List<DigestSizes> steps() {
    return List.of(
        new DigestSizes(
            TypeScale.POSTER,
            TypeScale.POSTER,
            TypeScale.FIGURE,
            TypeScale.FIGURE,
            TypeScale.TITLE,
            TypeScale.LEAD,
            TypeScale.SMALL,
            15),
        new DigestSizes(
            TypeScale.POSTER,
            TypeScale.POSTER,
            TypeScale.FIGURE,
            TypeScale.FIGURE,
            TypeScale.LEAD,
            TypeScale.BODY,
            TypeScale.SMALL,
            14),
        new DigestSizes(
            TypeScale.POSTER,
            TypeScale.DISPLAY,
            TypeScale.FIGURE,
            TypeScale.FIGURE,
            TypeScale.LEAD,
            TypeScale.BODY,
            TypeScale.NOTE,
            13),
        new DigestSizes(
            TypeScale.DISPLAY,
            TypeScale.DISPLAY,
            TypeScale.FIGURE,
            TypeScale.TITLE,
            TypeScale.BODY,
            TypeScale.BODY_SNUG,
            TypeScale.NOTE,
            11),
        new DigestSizes(
            TypeScale.DISPLAY,
            TypeScale.NUMERAL,
            TypeScale.TITLE,
            TypeScale.TITLE,
            TypeScale.BODY_SNUG,
            TypeScale.SMALL,
            TypeScale.NOTE,
            9),
        new DigestSizes(
            TypeScale.NUMERAL,
            TypeScale.FIGURE,
            TypeScale.TITLE,
            TypeScale.TITLE,
            TypeScale.SMALL,
            TypeScale.NOTE,
            TypeScale.NOTE,
            8));
  }

  /// So many ems of the text, in millimetres.
  double ems(double count) {
    return text.em() * count;
  }
}
