package pledgebook.publication;

import java.nio.file.Path;
import java.util.List;

/// An edition as it now stands in the output folder.
///
/// @param folder where
/// @param draft 草稿; else final
/// @param files in the order a reader wants them, the manifest last
/// @param notes Chinese sentences on what became of earlier editions; empty when nothing is to be
///   said
public record PublishedEdition(
    Path folder, boolean draft, List<PublishedFile> files, List<String> notes) {
  public PublishedEdition {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /// A file or folder of the edition.
  ///
  /// @param label what it is, in Chinese
  public record PublishedFile(String label, Path path) {}
}
