package pledgebook.submission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.warehouse.TextLoad;
import pledgebook.warehouse.Warehouse;

/// Keeps rows in the warehouse: the first of a sheet one by one, and once it proves long, all
/// further ones as a load, which takes a moment to begin and is many times faster.
final class RowStaging implements Staging {
  /// Beyond it a sheet is long.
  private static final int FEW = 2000;

  private final Warehouse.Appenders appenders;
  private final String submission;
  private String sheet = "";
  private String form = "";
  private int width;
  private int rows;
  private @Nullable TextLoad load;

  RowStaging(Warehouse.Appenders appenders, String submission) {
    this.appenders = appenders;
    this.submission = submission;
  }

  @Override
  public void cover(CoverEntry entry, String coverSheet, String cell) {
    appenders.to(Submissions.STAGED_COVER).row(submission, entry.name(), coverSheet, cell);
  }

  @Override
  public void sheet(
      String sheetName, String formCode, int headingRow, List<@Nullable String> columns) {
    sheet = sheetName;
    form = formCode;
    width = columns.size();
    rows = 0;
    appenders.to(Submissions.STAGED_SHEET).row(submission, sheet, form, headingRow, columns);
  }

  @Override
  public void row(
      int rowNumber, List<@Nullable String> cells, @Nullable List<@Nullable String> raw) {
    if (rows++ < FEW) {
      appenders.to(Submissions.STAGED_ROW).row(submission, sheet, form, rowNumber, cells, raw);
    } else {
      byte[] @Nullable [] none = new byte[cells.size()] @Nullable [];
      load().row(rowNumber, utf8(cells), raw == null ? none : utf8(raw));
    }
  }

  @Override
  public void texts(int rowNumber, byte[] @Nullable [] cells, byte[] @Nullable [] raw) {
    if (rows < FEW) {
      boolean plain = Arrays.stream(raw).allMatch(text -> text == null);
      row(rowNumber, strings(cells), plain ? null : strings(raw));
    } else {
      rows++;
      load().row(rowNumber, cells, raw);
    }
  }

  private TextLoad load() {
    if (load == null) {
      load = appenders.load(Submissions.STAGED_ROW, List.of(submission, sheet, form), width);
    }
    return load;
  }

  @Override
  public void end() {
    if (load != null) {
      load.finish();
      load = null;
    }
  }

  @Override
  public void withdraw() {
    Map<String, String> taken = Map.of("submission", submission, "sheet", sheet);
    appenders.remove(Submissions.STAGED_SHEET, taken);
    appenders.remove(Submissions.STAGED_ROW, taken);
  }

  private static byte[] @Nullable [] utf8(List<@Nullable String> texts) {
    byte[] @Nullable [] bytes = new byte[texts.size()] @Nullable [];
    for (int i = 0; i < bytes.length; i++) {
      String text = texts.get(i);
      bytes[i] = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
    return bytes;
  }

  static List<@Nullable String> strings(byte[] @Nullable [] texts) {
    @Nullable String[] strings = new @Nullable String[texts.length];
    for (int i = 0; i < strings.length; i++) {
      byte[] text = texts[i];
      strings[i] = text == null ? null : new String(text, StandardCharsets.UTF_8);
    }
    return Arrays.asList(strings);
  }
}
