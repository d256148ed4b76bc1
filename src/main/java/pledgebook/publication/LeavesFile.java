package pledgebook.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import pledgebook.warehouse.Warehouse;

/// leaves.txt: what the edition's identity was taken over, a leaf per line, so that anybody can
/// take it again and prove that a cell belongs to it.
record LeavesFile(Warehouse warehouse, EditionBasis basis) implements OutputWriter {
  static final String NAME = "leaves.txt";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void write(Edition edition, Path target) throws IOException {
    try (Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      basis.leaves(warehouse, leaf -> append(writer, leaf));
    }
  }

  private static void append(Writer writer, String leaf) {
    try {
      writer.append(leaf).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
