package pledgebook.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text between two tags as UTF-8: what characters XML allows, and the entities taken back.
final class PlainText {
  private PlainText() {}

  /// The bytes of the character of two to four bytes that begins at a place; 0 when none does that
  /// XML allows (RFC 3629; XML 1.0, 2.2).
  static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    if (first >= 0xE0 && first <= 0xEF) {
      int third = bytes[at + 2] & 0xFF;
      boolean formed = (second & 0xC0) == 0x80 && (third & 0xC0) == 0x80;
      boolean allowed =
          switch (first) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xEF -> second != 0xBF || third < 0xBE;
            default -> true;
          };
      return formed && allowed ? 3 : 0;
    }
    if (first >= 0xC2 && first <= 0xDF) {
      return (second & 0xC0) == 0x80 ? 2 : 0;
    }
    boolean four =
        (second & 0xC0) == 0x80 && (bytes[at + 2] & 0xC0) == 0x80 && (bytes[at + 3] & 0xC0) == 0x80;
    boolean allowed =
        (first == 0xF0 && second >= 0x90)
            || (first > 0xF0 && first < 0xF4)
            || (first == 0xF4 && second < 0x90);
    return four && allowed ? 4 : 0;
  }

  /// Behind the entity that begins at a place.
  static int entityEnd(byte[] bytes, int at, PlainXml xml) throws NotPlain {
    int p = at + 1;
    while (bytes[p] != ';') {
      if (bytes[p] <= ' ' || p - at > 10) {
        throw xml.other();
      }
      p++;
    }
    if (character(bytes, at, p) < 0) {
      throw xml.other();
    }
    return p + 1;
  }

  /// The character an entity stands for; -1 where it stands for none we know.
  private static int character(byte[] bytes, int at, int semicolon) {
    String name = new String(bytes, at + 1, semicolon - at - 1, StandardCharsets.ISO_8859_1);
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> number(name);
    };
  }

  private static int number(String name) {
    boolean hexadecimal = name.startsWith("#x");
    String digits = hexadecimal ? name.substring(2) : name.startsWith("#") ? name.substring(1) : "";
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, hexadecimal ? 16 : 10) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * (hexadecimal ? 16 : 10) + digit;
      if (value > Character.MAX_CODE_POINT) {
        return -1;
      }
    }
    boolean allowed =
        value == '\t'
            || value == '\n'
            || value == '\r'
            || (value >= ' ' && value < 0xD800)
            || (value >= 0xE000 && value < 0xFFFE)
            || value >= 0x10000;
    return !digits.isEmpty() && allowed ? value : -1;
  }

  /// The text from one place to another with its entities taken back.
  static byte[] decoded(byte[] bytes, int start, int end) {
    // No entity is shorter than the character it stands for.
    byte[] decoded = new byte[end - start];
    int length = 0;
    for (int p = start; p < end; p++) {
      if (bytes[p] != '&') {
        decoded[length++] = bytes[p];
        continue;
      }
      int semicolon = p;
      while (bytes[semicolon] != ';') {
        semicolon++;
      }
      length = append(decoded, length, character(bytes, p, semicolon));
      p = semicolon;
    }
    return Arrays.copyOf(decoded, length);
  }

  private static int append(byte[] target, int at, int character) {
    int length = at;
    if (character < 0x80) {
      target[length++] = (byte) character;
    } else if (character < 0x800) {
      target[length++] = (byte) (0xC0 | character >> 6);
      target[length++] = (byte) (0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
      target[length++] = (byte) (0xE0 | character >> 12);
      target[length++] = (byte) (0x80 | (character >> 6 & 0x3F));
      target[length++] = (byte) (0x80 | (character & 0x3F));
    } else {
      target[length++] = (byte) (0xF0 | character >> 18);
      target[length++] = (byte) (0x80 | (character >> 12 & 0x3F));
      target[length++] = (byte) (0x80 | (character >> 6 & 0x3F));
      target[length++] = (byte) (0x80 | (character & 0x3F));
    }
    return length;
  }
}
