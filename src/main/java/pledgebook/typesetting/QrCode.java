package pledgebook.typesetting;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/// A QR code (ISO/IEC 18004), level M: 15 per cent of it may be lost.
///
/// @param modules how many squares a side has
/// @param bars the dark squares, those beside each other in one
record QrCode(int modules, List<Bar> bars) {
  /// Dark squares of a row, counted from 0.
  record Bar(int row, int column, int length) {}

  static QrCode of(String text) {
    try {
      ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      List<Bar> bars = new ArrayList<>();
      for (int row = 0; row < matrix.getHeight(); row++) {
        bars(matrix, row, bars);
      }
      return new QrCode(matrix.getWidth(), List.copyOf(bars));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text, e);
    }
  }

  private static void bars(ByteMatrix matrix, int row, List<Bar> bars) {
    int start = 0;
    while (start < matrix.getWidth()) {
      int end = start;
      while (end < matrix.getWidth() && matrix.get(end, row) == 1) {
        end++;
      }
      if (end > start) {
        bars.add(new Bar(row, start, end - start));
      }
      start = end + 1;
    }
  }
}
