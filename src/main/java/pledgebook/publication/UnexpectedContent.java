package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;

/// A file we wrote once does not hold what we write: somebody changed it, or it is none of ours.
final class UnexpectedContent extends IOException {
  private static final long serialVersionUID = 1L;

  UnexpectedContent(Path file, Exception cause) {
    super("unexpected content: " + file.getFileName(), cause);
  }
}
