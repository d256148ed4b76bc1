package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.ParquetRows;
import pledgebook.finding.Severity;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.JsonNode;

/// The data for reuse: exact, described, and the same in both formats.
class DataPackageTests {
  @TempDir Path root;

  private static Path data(PublishableRound round) {
    return round.publish().folder().resolve("data");
  }

  @Test
  void holdsExactDecimalsAsTidyCsv() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path data = data(round);
      assertThat(Files.readString(data.resolve("member_value.csv")))
          .startsWith(
              """
              indicator,entity,state,value,submission,file,sheet,cell,raw
              A01-01,310000,reported,66.6,%s,310000/报送.xlsx,指标,E2,66.6
              A01-01,320000,reported,33.4,%s,320000/报送.xlsx,指标,E2,33.4
              """
                  .formatted(Sha256.of("310000"), Sha256.of("320000"))
                  .replace("\n", "\r\n"));
      assertThat(Files.readString(data.resolve("reconciled_indicator.csv")))
          .contains(
              "1,A01-01,指标A01-01,FLOW,公里,AT_LEAST,COMMITTED,100,,100,100,1,MET,0,1,0,2,2,[]\r\n")
          .contains("STOCK,个,AT_LEAST,COMMITTED,60,,61,61,1,EXCEEDED,1,1.016667,1,2,2,[]")
          .contains("RATIO,个,,,,,3.278689,200,61,NO_TARGET,,,,");
    }
  }

  @Test
  void describesEveryFileItHolds() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root).found(Severity.NOTE, "1")) {
      Path data = data(round);
      JsonNode json = Json.read(data.resolve("datapackage.json"));
      List<String> paths = new ArrayList<>(List.of("datapackage.json"));
      for (JsonNode resource : json.required("resources")) {
        Path file = data.resolve(resource.required("path").stringValue());
        paths.add(file.getFileName().toString());
        assertThat(resource.required("bytes").longValue()).isEqualTo(Files.size(file));
        assertThat(resource.required("hash").stringValue()).isEqualTo("sha256:" + Sha256.of(file));
        if (resource.has("schema")) {
          assertThat(Files.readString(file).lines().findFirst().orElseThrow())
              .isEqualTo(
                  resource
                      .required("schema")
                      .required("fields")
                      .valueStream()
                      .map(field -> field.required("name").stringValue())
                      .collect(Collectors.joining(",")));
        }
      }
      try (var files = Files.list(data)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrderElementsOf(paths);
      }
      assertThat(json.required("description").stringValue()).startsWith("演示数据：");
      assertThat(json.required("id").stringValue()).isEqualTo(round.edition().hash().hex());
    }
  }

  @Test
  void holdsTheSameRowsAsParquet() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path data = data(round);
      List<String> rows =
          ParquetRows.of(
              data.resolve("lineage.parquet"),
              "indicator",
              "entity",
              "file",
              "sheet",
              "row_number",
              "cell");
      assertThat(rows)
          .hasSize(22)
          .contains("A01-01,310000,310000/报送.xlsx,指标,2,E2")
          .hasSameSizeAs(Files.readAllLines(data.resolve("lineage.csv")).subList(1, 23));
    }
  }

  @Test
  void holdsFindingsWithTheFileTheyAreAbout() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root).found(Severity.ERROR, "=1")) {
      assertThat(Files.readString(data(round).resolve("finding.csv")))
          .contains("\r\n" + Sha256.of("310000") + ",observation.unit-slip,ERROR,310000,")
          .endsWith(",=1,66.6,-59.94,公里,数值似与单位不符，请核对，并注明“公里”。,\"[\"\"A01-01\"\"]\",open,,,,\r\n");
    }
  }
}
