package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file outside an edition that is whole whenever somebody opens it: it is written beside its
/// place and moved there.
public final class WholeFile {
  private WholeFile() {}

  /// What is to be written.
  @FunctionalInterface
  public interface Content {
    void writeTo(Path file) throws IOException;
  }

  /// Writes it, over what stands in its place.
  ///
  /// @return the file
  /// @throws IOException when it cannot be written; what stood there before still does
  public static Path write(Path folder, String name, Content content) throws IOException {
    Path beside = folder.resolve("." + name + ".writing");
    content.writeTo(beside);
    return Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
