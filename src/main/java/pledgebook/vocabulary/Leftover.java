package pledgebook.vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;

/// What file managers and open office programs leave lying beside files, and nobody put there: it
/// is never read, told of or counted.
public final class Leftover {
  private static final Set<String> NAMES = Set.of(".ds_store", "thumbs.db", "desktop.ini");

  /// What marks a document as open holds a name or two; a larger file of such a name is somebody's
  /// file.
  private static final long MOST_BYTES_OF_A_MARK = 4096;

  private Leftover() {}

  /// Is it left over? A folder or a link is not.
  public static boolean is(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          && is(String.valueOf(file.getFileName()), attributes.size());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean is(String name, long bytes) {
    boolean mark = name.startsWith("~$") || name.startsWith(".~lock.");
    return NAMES.contains(name.toLowerCase(Locale.ROOT)) || (mark && bytes <= MOST_BYTES_OF_A_MARK);
  }
}
