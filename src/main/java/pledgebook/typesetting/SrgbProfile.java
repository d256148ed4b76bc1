package pledgebook.typesetting;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// An ICC profile of sRGB (IEC 61966-2-1), made from the numbers of the standard: a display profile
/// of a matrix and a curve, version 2 (ICC.1:2001-04). The curve has so many points that eight bits
/// lose nothing. It is free of anybody's rights (CC0-1.0).
final class SrgbProfile {
  private static final int HEADER = 128;
  private static final int CURVE_POINTS = 1024;
  private static final String DESCRIPTION = "sRGB IEC61966-2.1";
  private static final String RIGHTS = "CC0-1.0: no rights reserved";

  /// The year the standard was published; a profile has to have a date.
  private static final short[] DATE = {1999, 10, 18, 0, 0, 0};

  /// Chromaticities of red, green and blue.
  private static final double[][] PRIMARIES = {{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};

  /// Chromaticity of white: D65.
  private static final double[] WHITE = {0.3127, 0.3290};

  /// White of the profile connection space: D50, as ICC.1 writes it.
  private static final double[] D50 = {0.9642, 1, 0.8249};

  /// Bradford's cone responses.
  private static final double[][] CONES = {
    {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
  };

  private SrgbProfile() {}

  /// The profile: the same bytes always.
  static byte[] bytes() {
    double[][] adaptation = adaptation();
    double[][] colorants = product(adaptation, colorants());
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("desc", description());
    tags.put("cprt", text(RIGHTS));
    tags.put("wtpt", numbers("XYZ ", D50));
    tags.put("chad", numbers("sf32", flat(adaptation)));
    for (int i = 0; i < 3; i++) {
      String name = "rgb".substring(i, i + 1);
      tags.put(name + "XYZ", numbers("XYZ ", colorants[0][i], colorants[1][i], colorants[2][i]));
    }
    return assembled(tags, curve());
  }

  /// Header, table of tags, tags; the three curves are one.
  private static byte[] assembled(Map<String, byte[]> tags, byte[] curve) {
    int count = tags.size() + 3;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteBuffer table = ByteBuffer.allocate(4 + 12 * count).putInt(count);
    int start = HEADER + table.capacity();
    tags.forEach((name, tag) -> {
      table.put(ascii(name)).putInt(start + body.size()).putInt(tag.length);
      body.writeBytes(tag);
      body.writeBytes(new byte[(4 - tag.length % 4) % 4]);
    });
    for (String name : new String[] {"rTRC", "gTRC", "bTRC"}) {
      table.put(ascii(name)).putInt(start + body.size()).putInt(curve.length);
    }
    body.writeBytes(curve);
    int size = start + body.size();
    return ByteBuffer.allocate(size)
        .put(header(size))
        .put(table.array())
        .put(body.toByteArray())
        .array();
  }

  private static byte[] header(int size) {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.putInt(size).putInt(0).putInt(0x02100000);
    header.put(ascii("mntr")).put(ascii("RGB ")).put(ascii("XYZ "));
    for (short part : DATE) {
      header.putShort(part);
    }
    header.put(ascii("acsp"));
    header.position(68);
    for (double part : D50) {
      header.putInt(fixed(part));
    }
    return header.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static int fixed(double number) {
    return (int) StrictMath.rint(number * 65536);
  }

  private static byte[] numbers(String type, double... numbers) {
    ByteBuffer tag = ByteBuffer.allocate(8 + 4 * numbers.length).put(ascii(type)).putInt(0);
    for (double number : numbers) {
      tag.putInt(fixed(number));
    }
    return tag.array();
  }

  private static byte[] text(String text) {
    byte[] ascii = ascii(text);
    return ByteBuffer.allocate(9 + ascii.length).put(ascii("text")).putInt(0).put(ascii).array();
  }

  /// The description in ASCII alone; room for Unicode and for a Macintosh is left empty.
  private static byte[] description() {
    byte[] ascii = ascii(DESCRIPTION);
    return ByteBuffer.allocate(12 + ascii.length + 1 + 8 + 3 + 67)
        .put(ascii("desc"))
        .putInt(0)
        .putInt(ascii.length + 1)
        .put(ascii)
        .array();
  }

  /// From what is stored to light.
  private static byte[] curve() {
    ByteBuffer tag =
        ByteBuffer.allocate(12 + 2 * CURVE_POINTS)
            .put(ascii("curv"))
            .putInt(0)
            .putInt(CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++) {
      double stored = i / (CURVE_POINTS - 1.0);
      double light =
          stored <= 0.04045 ? stored / 12.92 : StrictMath.pow((stored + 0.055) / 1.055, 2.4);
      tag.putShort((short) StrictMath.rint(light * 65535));
    }
    return tag.array();
  }

  /// Red, green and blue light as columns, so bright that together they are white.
  private static double[][] colorants() {
    double[][] columns = new double[3][3];
    for (int i = 0; i < 3; i++) {
      double[] light = light(PRIMARIES[i]);
      for (int row = 0; row < 3; row++) {
        columns[row][i] = light[row];
      }
    }
    double[] brightness = product(inverse(columns), light(WHITE));
    return product(columns, diagonal(brightness));
  }

  /// White under D65 becomes white under D50.
  private static double[][] adaptation() {
    double[] from = product(CONES, light(WHITE));
    double[] to = product(CONES, D50);
    double[] gain = {to[0] / from[0], to[1] / from[1], to[2] / from[2]};
    return product(inverse(CONES), product(diagonal(gain), CONES));
  }

  private static double[] light(double[] chromaticity) {
    double x = chromaticity[0];
    double y = chromaticity[1];
    return new double[] {x / y, 1, (1 - x - y) / y};
  }

  private static double[][] diagonal(double[] parts) {
    return new double[][] {{parts[0], 0, 0}, {0, parts[1], 0}, {0, 0, parts[2]}};
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 3; i++) {
        product[row] += matrix[row][i] * vector[i];
      }
    }
    return product;
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int i = 0; i < 3; i++) {
          product[row][column] += left[row][i] * right[i][column];
        }
      }
    }
    return product;
  }

  private static double[][] inverse(double[][] m) {
    double[][] inverse = new double[3][3];
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      determinant += m[0][i] * cofactor(m, 0, i);
    }
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        inverse[column][row] = cofactor(m, row, column) / determinant;
      }
    }
    return inverse;
  }

  /// With its sign: rows and columns are taken in a circle.
  private static double cofactor(double[][] m, int row, int column) {
    int below = (row + 1) % 3;
    int above = (row + 2) % 3;
    int right = (column + 1) % 3;
    int left = (column + 2) % 3;
    return m[below][right] * m[above][left] - m[below][left] * m[above][right];
  }
}
