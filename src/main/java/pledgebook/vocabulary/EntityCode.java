package pledgebook.vocabulary;

import java.util.regex.Pattern;

/// The code of a reporting entity: the six digits of its administrative division (GB/T 2260), such
/// as `310000`.
public record EntityCode(String value) implements Comparable<EntityCode> {
  private static final Pattern FORM = Pattern.compile("\\d{6}");

  /// @throws IllegalArgumentException when the text is not six digits
  public EntityCode {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not an entity code: " + value);
    }
  }

  /// Tells whether a text is six ASCII digits; the entity need not exist.
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(EntityCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
