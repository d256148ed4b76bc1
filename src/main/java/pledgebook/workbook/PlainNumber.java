package pledgebook.workbook;

import java.math.BigDecimal;

/// Numbers written as a person would write them: of most cells nothing else has to be known.
final class PlainNumber {
  /// What Excel shows; nothing is rounded below it.
  private static final int DIGITS = 15;

  private PlainNumber() {}

  /// Tells whether a number stands in its plain form ([Cell#plain()]): no exponent, no zero before
  /// or behind that says nothing, at most 15 digits.
  static boolean isPlain(byte[] bytes, int start, int end) {
    int p = bytes[start] == '-' ? start + 1 : start;
    int first = p;
    while (p < end && isDigit(bytes[p])) {
      p++;
    }
    boolean whole = p == end;
    int point = p;
    boolean zero = p - first == 1 && bytes[first] == '0';
    if (p == first || (bytes[first] == '0' && !zero) || end - first > DIGITS) {
      return false;
    }
    if (whole) {
      return !zero || first == start;
    }
    if (bytes[p++] != '.') {
      return false;
    }
    while (p < end && isDigit(bytes[p])) {
      p++;
    }
    return p == end && p > point + 1 && bytes[end - 1] != '0';
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  /// The value of a number in its plain form.
  static BigDecimal value(byte[] bytes, int start, int end) {
    long digits = 0;
    int scale = 0;
    boolean negative = bytes[start] == '-';
    boolean behind = false;
    for (int p = negative ? start + 1 : start; p < end; p++) {
      if (bytes[p] == '.') {
        behind = true;
      } else {
        digits = digits * 10 + (bytes[p] - '0');
        scale += behind ? 1 : 0;
      }
    }
    return BigDecimal.valueOf(negative ? -digits : digits, scale);
  }
}
