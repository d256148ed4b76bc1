package pledgebook.finding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.regex.Pattern;
import pledgebook.vocabulary.Messages;

/// What kept us from a file, in the user's words. A system says it in English and by codes; a class
/// name says nothing to anybody who did not write it.
public enum Obstacle {
  /// The account may not.
  DENIED("permission denied", "operation not permitted", "access is denied"),
  /// Nothing is there.
  MISSING("no such file"),
  /// Something is there that must not be replaced.
  TAKEN("file exists"),
  /// A folder where a file should be.
  FOLDER("is a directory"),
  /// A file where a folder should be.
  NO_FOLDER("not a directory"),
  /// No room left.
  FULL("no space left", "not enough space", "disk is full", "quota exceeded"),
  /// The disk takes nothing.
  READ_ONLY("read-only file system", "write protected"),
  /// A name no disk takes.
  NAME("file name too long"),
  /// More than a file of its sort can hold.
  TOO_LARGE("larger than", "file too large"),
  /// Another program has it open.
  IN_USE("being used by another process", "text file busy", "resource busy"),
  /// Bytes that are no text.
  NOT_TEXT(),
  /// Whatever else it was.
  UNKNOWN();

  private static final Messages MESSAGES = Messages.of("finding");

  private final Pattern said;

  Obstacle(String... said) {
    this.said = Pattern.compile(said.length == 0 ? "(?!)" : String.join("|", said));
  }

  /// What an exception is about.
  public static Obstacle of(IOException cause) {
    return switch (cause) {
      case AccessDeniedException _ -> DENIED;
      case NoSuchFileException _, FileNotFoundException _ -> MISSING;
      case FileAlreadyExistsException _ -> TAKEN;
      case NotDirectoryException _ -> NO_FOLDER;
      case CharacterCodingException _ -> NOT_TEXT;
      case FileSystemException said -> told(String.valueOf(said.getReason()));
      default -> told(String.valueOf(cause.getMessage()));
    };
  }

  private static Obstacle told(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Obstacle obstacle : values()) {
      if (obstacle.said.matcher(lower).find()) {
        return obstacle;
      }
    }
    return UNKNOWN;
  }

  /// The same in Chinese, such as 没有权限.
  public String label() {
    return MESSAGES.text("obstacle." + name());
  }
}
