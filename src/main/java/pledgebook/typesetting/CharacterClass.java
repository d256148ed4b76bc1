package pledgebook.typesetting;

/// What a character may do at the start and the end of a line (GB/T 15834-2011 section 5; W3C
/// "Requirements for Chinese Text Layout", section 3.1).
enum CharacterClass {
  /// Han characters and everything else that stands alone in a square.
  HAN,
  /// Opening brackets and quotation marks: never at the end of a line; ink in the right half.
  OPENING,
  /// Stops and closing brackets: never at the start of a line; ink in the left half.
  CLOSING,
  /// The ellipsis: never at the start, its two halves stay together.
  ELLIPSIS,
  /// Dashes and connectors: never at the start, a double one stays together.
  DASH,
  /// The interpunct: never at the start; half a square.
  INTERPUNCT,
  /// Ratio sign and solidus: no line ends on either side of them.
  BINDING,
  /// What follows a number: per cent, degree. Never at the start.
  SUFFIX,
  DIGIT,
  LATIN,
  /// Latin opening brackets and what precedes a number: never at the end.
  LATIN_OPENING,
  /// Latin stops and closing brackets: never at the start.
  LATIN_CLOSING,
  SPACE;

  private static final String OPENINGS = "（《「『【〔“‘〈［｛〖";
  private static final String CLOSINGS = "，。、；：？！）》」』】〕”’〉］｝〗．";
  private static final String DASHES = "—–～―〜→";
  private static final String SUFFIXES = "％‰℃°々′″";
  private static final String LATIN_OPENINGS = "([{$¥£€#№≥≤≈±";
  private static final String LATIN_CLOSINGS = ")]},.;:!?%-";

  static CharacterClass of(int codePoint) {
    if (isNumber(codePoint)) {
      return DIGIT;
    }
    return switch (codePoint) {
      case ' ' -> SPACE;
      case '…' -> ELLIPSIS;
      case '·', '・', '‧' -> INTERPUNCT;
      case '∶', '/', '／' -> BINDING;
      default -> ofMark(codePoint);
    };
  }

  private static CharacterClass ofMark(int codePoint) {
    if (OPENINGS.indexOf(codePoint) >= 0) {
      return OPENING;
    }
    if (CLOSINGS.indexOf(codePoint) >= 0) {
      return CLOSING;
    }
    if (DASHES.indexOf(codePoint) >= 0) {
      return DASH;
    }
    if (SUFFIXES.indexOf(codePoint) >= 0) {
      return SUFFIX;
    }
    if (LATIN_OPENINGS.indexOf(codePoint) >= 0) {
      return LATIN_OPENING;
    }
    if (LATIN_CLOSINGS.indexOf(codePoint) >= 0) {
      return LATIN_CLOSING;
    }
    return codePoint < 0x2000 || isFullWidthLatin(codePoint) ? LATIN : HAN;
  }

  /// Digits, and what else is a number and no Han character: ①, ½, Ⅷ, ².
  private static boolean isNumber(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER -> true;
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.HAN;
      default -> false;
    };
  }

  private static boolean isFullWidthLatin(int codePoint) {
    return (codePoint >= 'Ａ' && codePoint <= 'Ｚ') || (codePoint >= 'ａ' && codePoint <= 'ｚ');
  }

  /// May a line start with it?
  boolean mayStart() {
    return switch (this) {
      case CLOSING, ELLIPSIS, DASH, INTERPUNCT, BINDING, SUFFIX, LATIN_CLOSING, SPACE -> false;
      case HAN, OPENING, DIGIT, LATIN, LATIN_OPENING -> true;
    };
  }

  /// May a line end with it?
  boolean mayEnd() {
    return switch (this) {
      case OPENING, BINDING, LATIN_OPENING -> false;
      case HAN, CLOSING, ELLIPSIS, DASH, INTERPUNCT, SUFFIX, DIGIT, LATIN, LATIN_CLOSING, SPACE ->
          true;
    };
  }

  /// Does it belong to words and numbers, which are never divided?
  boolean isWestern() {
    return switch (this) {
      case DIGIT, LATIN, LATIN_OPENING, LATIN_CLOSING -> true;
      case HAN, OPENING, CLOSING, ELLIPSIS, DASH, INTERPUNCT, BINDING, SUFFIX, SPACE -> false;
    };
  }

  /// May the room beside it be widened to fill a line?
  boolean stretches() {
    return switch (this) {
      case HAN, OPENING, CLOSING, ELLIPSIS, DASH -> true;
      case INTERPUNCT, BINDING, SUFFIX, DIGIT, LATIN, LATIN_OPENING, LATIN_CLOSING, SPACE -> false;
    };
  }
}
