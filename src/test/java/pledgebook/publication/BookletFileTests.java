package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.SystemTool;
import pledgebook.statement.Figure;
import pledgebook.typesetting.Conformance;

/// The booklet's file carries the data it was made from.
class BookletFileTests {
  @TempDir Path folder;

  @Test
  void carriesFiguresIndicatorsAndCells() throws IOException {
    byte[] pdf = SampleSubmissionsEdition.file(folder);
    assertThat(Conformance.faults(pdf)).isEmpty();
    Map<String, List<String>> files = attached(pdf);
    assertThat(files).containsOnlyKeys("figures.csv", "reconciled_indicator.csv", "lineage.csv");
    List<Figure> figures = SampleSubmissionsEdition.COMPLETE.statements().figures();
    assertThat(files.get("figures.csv")).hasSize(figures.size() + 1);
    for (Figure figure : figures) {
      String indicator = figure.indicator().value();
      assertThat(files.get("figures.csv"))
          .anyMatch(line -> line.startsWith(figure.id() + ",") && line.contains(figure.text()));
      assertThat(files.get("reconciled_indicator.csv")).anyMatch(line -> line.contains(indicator));
    }
    assertThat(files.get("lineage.csv")).anyMatch(line -> line.startsWith("A01-01,"));
  }

  private static Map<String, List<String>> attached(byte[] pdf) throws IOException {
    Map<String, List<String>> files = new TreeMap<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDComplexFileSpecification file :
          new PDDocumentNameDictionary(document.getDocumentCatalog())
              .getEmbeddedFiles()
              .getNames()
              .values()) {
        String text = new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        files.put(file.getFilename(), text.lines().toList());
      }
    }
    return files;
  }

  @Test
  void isTheSameTwice() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThat(SampleSubmissionsEdition.file(folder))
        .isEqualTo(SampleSubmissionsEdition.file(other));
  }

  @Test
  @SystemTool
  void isSoundToQpdf() throws Exception {
    SampleSubmissionsEdition.file(folder);
    Process process =
        new ProcessBuilder("qpdf", "--check", folder.resolve("booklet.pdf").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
