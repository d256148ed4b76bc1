package pledgebook.typesetting;

import java.awt.Shape;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// What is painted on a page, so far as it decides whether a letter can be seen: opaque areas in
/// their order, and the ink of a letter. Doubt is in favour of seeing. Lengths are points of the
/// page's own space.
final class Paint {
  /// Paper without anything on it.
  private static final int PAPER = 0xFFFFFF;

  /// A colour that is nowhere further off than this, of 255, cannot be told from its ground.
  private static final int ALIKE = 12;

  /// As little of an ink as this is none.
  private static final double NOTHING = 0.04;

  /// Thinner areas are rules, and hide nothing.
  private static final double RULE = 2;

  private final List<Area> areas = new ArrayList<>();
  private final Map<String, OptionalInt> colours = new HashMap<>();

  /// An opaque area.
  ///
  /// @param clip what is painted of it
  /// @param colour empty where it has several, as an image has
  private record Area(Shape shape, Shape clip, OptionalInt colour) {
    boolean covers(Rectangle2D box) {
      return shape.contains(box) && clip.contains(box);
    }
  }

  /// A letter as it was drawn.
  ///
  /// @param box the middle of it
  /// @param inks of its body and its outline; empty where one is no single colour; none where it is
  ///   outside of the page or without ink
  /// @param below how many areas were painted before it
  record Drawn(Rectangle2D box, List<OptionalInt> inks, int below) {}

  /// An area is filled.
  void fill(GeneralPath path, PDGraphicsState state, double group) {
    Rectangle2D bounds = path.getBounds2D();
    boolean opaque =
        state.getNonStrokeAlphaConstant() * group > 1 - NOTHING
            && state.getSoftMask() == null
            && BlendMode.NORMAL.equals(state.getBlendMode())
            && !(state.getNonStrokingColorSpace() instanceof PDPattern)
            && !state.isNonStrokingOverprint();
    if (opaque && Math.min(bounds.getWidth(), bounds.getHeight()) > RULE) {
      areas.add(
          new Area(
              (Shape) path.clone(),
              state.getCurrentClippingPath(),
              colour(state.getNonStrokingColor())));
    }
  }

  /// An opaque picture is laid down.
  void picture(Shape frame, PDGraphicsState state, double group) {
    if (state.getNonStrokeAlphaConstant() * group > 1 - NOTHING && state.getSoftMask() == null) {
      areas.add(new Area(frame, state.getCurrentClippingPath(), OptionalInt.empty()));
    }
  }

  /// A letter is drawn.
  ///
  /// @param box the middle of it
  Drawn letter(Rectangle2D box, PDGraphicsState state, double group) {
    RenderingMode mode = state.getTextState().getRenderingMode();
    List<OptionalInt> inks = new ArrayList<>();
    if (state.getCurrentClippingPath().intersects(box)) {
      if (mode.isFill() && state.getNonStrokeAlphaConstant() * group > NOTHING) {
        inks.add(colour(state.getNonStrokingColor()));
      }
      if (mode.isStroke() && state.getAlphaConstant() * group > NOTHING) {
        inks.add(colour(state.getStrokingColor()));
      }
    }
    return new Drawn(box, inks, areas.size());
  }

  /// Can it be seen, now that the page is finished?
  boolean shows(Drawn letter) {
    for (Area later : areas.subList(letter.below(), areas.size())) {
      if (later.covers(letter.box())) {
        return false;
      }
    }
    OptionalInt ground = ground(letter);
    return letter.inks().stream()
        .anyMatch(
            ink -> ink.isEmpty() || ground.isEmpty() || !alike(ink.getAsInt(), ground.getAsInt()));
  }

  private OptionalInt ground(Drawn letter) {
    for (Area earlier : areas.subList(0, letter.below()).reversed()) {
      if (earlier.covers(letter.box())) {
        return earlier.colour();
      }
    }
    return OptionalInt.of(PAPER);
  }

  private static boolean alike(int one, int other) {
    for (int shift : new int[] {0, 8, 16}) {
      if (Math.abs(((one >> shift) & 0xFF) - ((other >> shift) & 0xFF)) > ALIKE) {
        return false;
      }
    }
    return true;
  }

  private OptionalInt colour(PDColor colour) {
    if (colour.isPattern()) {
      return OptionalInt.empty();
    }
    String key = colour.getColorSpace().hashCode() + Arrays.toString(colour.getComponents());
    return colours.computeIfAbsent(key, name -> converted(colour));
  }

  private static OptionalInt converted(PDColor colour) {
    try {
      return OptionalInt.of(colour.toRGB());
    } catch (IOException | RuntimeException e) {
      // A colour nobody can tell is none that hides anything.
      System.getLogger(Paint.class.getName()).log(System.Logger.Level.DEBUG, "no colour", e);
      return OptionalInt.empty();
    }
  }
}
