package pledgebook.vocabulary;

import java.util.regex.Pattern;

/// The code of an indicator within its round, such as `A03-01`: a letter, the project's number, a
/// serial number. Indicators of the digest alone have a letter of their own.
public record IndicatorCode(String value) implements Comparable<IndicatorCode> {
  private static final Pattern FORM = Pattern.compile("[A-Z]\\d{2}-\\d{2}");

  /// @throws IllegalArgumentException when the text is not of the form `A03-01`
  public IndicatorCode {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not an indicator code: " + value);
    }
  }

  /// Tells whether a text has the form of a code; it need not be declared anywhere.
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(IndicatorCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
