package pledgebook.typesetting;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceRGBColor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/// Follows the operators that paint and clip (ISO 32000-1, 8.5), which a reader of text passes
/// over.
final class PaintOperators {
  private final LetterReader reader;
  private final GeneralPath path = new GeneralPath();
  private boolean clips;

  private PaintOperators(LetterReader reader) {
    this.reader = reader;
  }

  static void follow(LetterReader reader) {
    PaintOperators operators = new PaintOperators(reader);
    operators.colours();
    operators.paths();
    reader.addOperator(operators.new Picture(reader));
  }

  private void colours() {
    reader.addOperator(new SetNonStrokingColor(reader));
    reader.addOperator(new SetNonStrokingColorN(reader));
    reader.addOperator(new SetNonStrokingColorSpace(reader));
    reader.addOperator(new SetNonStrokingDeviceGrayColor(reader));
    reader.addOperator(new SetNonStrokingDeviceRGBColor(reader));
    reader.addOperator(new SetNonStrokingDeviceCMYKColor(reader));
    reader.addOperator(new SetStrokingColor(reader));
    reader.addOperator(new SetStrokingColorN(reader));
    reader.addOperator(new SetStrokingColorSpace(reader));
    reader.addOperator(new SetStrokingDeviceGrayColor(reader));
    reader.addOperator(new SetStrokingDeviceRGBColor(reader));
    reader.addOperator(new SetStrokingDeviceCMYKColor(reader));
  }

  private void paths() {
    on("m", 2, at -> path.moveTo(x(at, 0), y(at, 0)));
    on("l", 2, at -> segment(() -> path.lineTo(x(at, 0), y(at, 0)), at));
    on(
        "c",
        6,
        at ->
            segment(
                () -> path.curveTo(x(at, 0), y(at, 0), x(at, 2), y(at, 2), x(at, 4), y(at, 4)),
                at));
    on("v", 4, at -> segment(() -> path.quadTo(x(at, 0), y(at, 0), x(at, 2), y(at, 2)), at));
    on("y", 4, at -> segment(() -> path.quadTo(x(at, 0), y(at, 0), x(at, 2), y(at, 2)), at));
    on("h", 0, at -> close());
    on("re", 4, this::rectangle);
    on("W", 0, at -> clip(GeneralPath.WIND_NON_ZERO));
    on("W*", 0, at -> clip(GeneralPath.WIND_EVEN_ODD));
    for (String name : List.of("f", "F", "B", "b")) {
      on(name, 0, at -> paint(GeneralPath.WIND_NON_ZERO));
    }
    for (String name : List.of("f*", "B*", "b*")) {
      on(name, 0, at -> paint(GeneralPath.WIND_EVEN_ODD));
    }
    for (String name : List.of("S", "s", "n")) {
      on(name, 0, at -> end());
    }
  }

  /// Numbers in the space of the page.
  @FunctionalInterface
  private interface Step {
    void at(float[] numbers);
  }

  private void on(String name, int numbers, Step step) {
    reader.addOperator(new Following(reader, name, numbers, step));
  }

  private float x(float[] at, int index) {
    return (float) point(at, index).getX();
  }

  private float y(float[] at, int index) {
    return (float) point(at, index).getY();
  }

  private Point2D point(float[] at, int index) {
    Matrix matrix = reader.getGraphicsState().getCurrentTransformationMatrix();
    return matrix.transformPoint(at[index], at[index + 1]);
  }

  /// A line or curve that starts nowhere starts where it ends.
  private void segment(Runnable drawing, float[] at) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x(at, at.length - 2), y(at, at.length - 2));
    } else {
      drawing.run();
    }
  }

  private void close() {
    if (path.getCurrentPoint() != null) {
      path.closePath();
    }
  }

  private void rectangle(float[] at) {
    float[] corners = {
      at[0], at[1], at[0] + at[2], at[1], at[0] + at[2], at[1] + at[3], at[0], at[1] + at[3]
    };
    path.moveTo(x(corners, 0), y(corners, 0));
    for (int corner = 2; corner < corners.length; corner += 2) {
      path.lineTo(x(corners, corner), y(corners, corner));
    }
    path.closePath();
  }

  private void clip(int winding) {
    clips = true;
    path.setWindingRule(winding);
  }

  private void paint(int winding) {
    int clipping = path.getWindingRule();
    path.setWindingRule(winding);
    reader.filled(path);
    path.setWindingRule(clipping);
    end();
  }

  private void end() {
    if (clips) {
      reader.getGraphicsState().intersectClippingPath(path);
    }
    clips = false;
    path.reset();
  }

  /// An operator with so many numbers before it; with fewer it is passed over.
  private static final class Following extends OperatorProcessor {
    private final String name;
    private final int numbers;
    private final Step step;

    Following(PDFStreamEngine engine, String name, int numbers, Step step) {
      super(engine);
      this.name = name;
      this.numbers = numbers;
      this.step = step;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      float[] at = new float[numbers];
      for (int i = 0; i < numbers; i++) {
        if (i >= operands.size() || !(operands.get(i) instanceof COSNumber number)) {
          return;
        }
        at[i] = number.floatValue();
      }
      step.at(at);
    }

    @Override
    public String getName() {
      return name;
    }
  }

  /// Pictures cover what is below them; forms are walked through.
  private final class Picture extends DrawObject {
    Picture(PDFStreamEngine engine) {
      super(engine);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      if (!operands.isEmpty()
          && operands.getFirst() instanceof COSName name
          && reader.getResources() != null
          && reader.getResources().isImageXObject(name)) {
        PDXObject object = reader.getResources().getXObject(name);
        if (object instanceof PDImageXObject image && isOpaque(image)) {
          GeneralPath frame = new GeneralPath();
          float[] corners = {0, 0, 1, 0, 1, 1, 0, 1};
          frame.moveTo(x(corners, 0), y(corners, 0));
          for (int corner = 2; corner < corners.length; corner += 2) {
            frame.lineTo(x(corners, corner), y(corners, corner));
          }
          frame.closePath();
          reader.pictured(frame);
        }
        return;
      }
      super.process(operator, operands);
    }

    private static boolean isOpaque(PDImageXObject image) {
      return !image.isStencil()
          && !image.getCOSObject().containsKey(COSName.SMASK)
          && !image.getCOSObject().containsKey(COSName.MASK);
    }
  }
}
