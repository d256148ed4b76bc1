package pledgebook.publication;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pledgebook.publication.WarehouseRows.LineageCount;
import pledgebook.registry.Round;
import pledgebook.statement.Figure;
import pledgebook.typesetting.Attachment;
import pledgebook.vocabulary.Messages;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// 完成情况.pdf, with the data it was made from inside: which indicator every printed figure tells,
/// what came of the indicators, and the cells they rest on.
final class BookletFile implements OutputWriter {
  /// Beyond which the cells are left to data/lineage.csv.
  private static final int MOST_CELLS = 100_000;

  private static final String CSV = "text/csv";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Warehouse warehouse;

  BookletFile(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public String name() {
    return "完成情况.pdf";
  }

  @Override
  public void write(Edition edition, Path target) throws IOException {
    Files.write(target, Booklet.print(edition, attachments(edition)));
  }

  private List<Attachment> attachments(Edition edition) throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    attachments.add(figures(edition.round(), edition.statements().figures()));
    attachments.add(table(WarehouseRows.RECONCILED_INDICATOR));
    int cells =
        new WarehouseRows(warehouse).lineageCounts().stream().mapToInt(LineageCount::cells).sum();
    if (cells <= MOST_CELLS) {
      attachments.add(table(WarehouseRows.LINEAGE));
    }
    return attachments;
  }

  /// Printed figures and the indicators they tell.
  static Attachment figures(Round round, List<Figure> figures) throws IOException {
    StringWriter text = new StringWriter();
    try (Csv csv = Csv.raw(text)) {
      csv.row(List.of("figure", "role", "printed", "tied", "compared", "indicator", "name"));
      for (Figure figure : figures) {
        csv.row(
            Arrays.asList(
                figure.id(),
                figure.role().name(),
                figure.text(),
                figure.tied(),
                String.valueOf(figure.compared()),
                figure.indicator().value(),
                round.indicator(figure.indicator()).name()));
      }
    }
    return new Attachment("figures.csv", CSV, MESSAGES.text("attached.figures"), text.toString());
  }

  private Attachment table(Relation relation) throws IOException {
    DataTable table =
        DataTable.ALL.stream().filter(t -> t.relation().equals(relation)).findFirst().orElseThrow();
    StringWriter text = new StringWriter();
    try (Csv csv = Csv.raw(text)) {
      table.write(warehouse, csv);
    }
    String description = MESSAGES.text("data." + table.name());
    return new Attachment(table.name() + ".csv", CSV, description, text.toString());
  }
}
