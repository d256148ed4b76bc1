package pledgebook.publication;

import java.util.List;
import pledgebook.typesetting.TypeScale;

/// The sizes a digest is set in, from its masthead to its notes.
///
/// @param icon the side of an icon in millimetres
/// @param air what the gaps between parts are of what they would be with room to spare
record DigestSizes(
    TypeScale masthead,
    TypeScale hero,
    TypeScale figure,
    TypeScale title,
    TypeScale lead,
    TypeScale text,
    TypeScale note,
    double icon,
    double air) {

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
            15,
            1),
        new DigestSizes(
            TypeScale.POSTER,
            TypeScale.POSTER,
            TypeScale.FIGURE,
            TypeScale.FIGURE,
            TypeScale.LEAD,
            TypeScale.BODY,
            TypeScale.SMALL,
            14,
            1),
        new DigestSizes(
            TypeScale.POSTER,
            TypeScale.DISPLAY,
            TypeScale.FIGURE,
            TypeScale.FIGURE,
            TypeScale.LEAD,
            TypeScale.BODY,
            TypeScale.NOTE,
            13,
            1),
        new DigestSizes(
            TypeScale.DISPLAY,
            TypeScale.DISPLAY,
            TypeScale.FIGURE,
            TypeScale.TITLE,
            TypeScale.BODY,
            TypeScale.BODY_SNUG,
            TypeScale.NOTE,
            11,
            1),
        new DigestSizes(
            TypeScale.DISPLAY,
            TypeScale.NUMERAL,
            TypeScale.TITLE,
            TypeScale.TITLE,
            TypeScale.BODY_SNUG,
            TypeScale.SMALL,
            TypeScale.NOTE,
            9,
            1),
        new DigestSizes(
            TypeScale.NUMERAL,
            TypeScale.FIGURE,
            TypeScale.TITLE,
            TypeScale.TITLE,
            TypeScale.SMALL,
            TypeScale.NOTE,
            TypeScale.NOTE,
            8,
            1),
        new DigestSizes(
            TypeScale.NUMERAL,
            TypeScale.FIGURE,
            TypeScale.LEAD,
            TypeScale.LEAD,
            TypeScale.SMALL,
            TypeScale.NOTE_SNUG,
            TypeScale.NOTE_SNUG,
            7,
            0.8),
        new DigestSizes(
            TypeScale.NUMERAL,
            TypeScale.FIGURE,
            TypeScale.LEAD,
            TypeScale.LEAD,
            TypeScale.NOTE_SNUG,
            TypeScale.NOTE_SNUG,
            TypeScale.NOTE_SNUG,
            6,
            0.6));
  }

  /// The room between two parts: so many ems of the text at most, in millimetres.
  double gap(double count) {
    return ems(count) * air;
  }

  /// So many ems of the text, in millimetres.
  double ems(double count) {
    return text.em() * count;
  }
}
