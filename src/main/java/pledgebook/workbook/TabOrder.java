package pledgebook.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.IndexRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SupBookRecord;

/// Brings a sheet of a binary workbook to the front. The library's own way takes positions in the
/// table of sheet references for positions of sheets and makes formulas lead elsewhere; here the
/// formulas stay, and the table leads to the new positions ([MS-XLS] 2.5.344, XTI).
final class TabOrder {
  /// Of a record: its number and its length.
  private static final int HEAD = 4;

  /// In an index of rows, before the positions of their blocks.
  private static final int BEFORE_BLOCKS = 16;

  private final int from;

  /// @param from where the sheet stands, from 0
  TabOrder(int from) {
    this.from = from;
  }

  /// Changes what names sheets by their positions.
  void applyTo(InternalWorkbook workbook) {
    for (int i = 0; i < workbook.getNumNames(); i++) {
      NameRecord name = workbook.getNameRecord(i);
      // 0 is for the workbook, 1 for its first sheet.
      if (name.getSheetNumber() > 0) {
        name.setSheetNumber(moved(name.getSheetNumber() - 1) + 1);
      }
    }
    List<Record> records = workbook.getRecords();
    records.replaceAll(
        next -> next instanceof ExternSheetRecord table ? moved(table, records) : next);
  }

  private ExternSheetRecord moved(ExternSheetRecord table, List<Record> records) {
    List<SupBookRecord> books =
        records.stream()
            .filter(SupBookRecord.class::isInstance)
            .map(SupBookRecord.class::cast)
            .toList();
    ExternSheetRecord moved = new ExternSheetRecord();
    for (int i = 0; i < table.getNumOfRefs(); i++) {
      int book = table.getExtbookIndexFromRefIndex(i);
      int first = table.getFirstSheetIndexFromRefIndex(i);
      int last = table.getLastSheetIndexFromRefIndex(i);
      boolean own = books.get(book).isInternalReferences();
      moved.addRef(book, own ? moved(first) : first, own ? moved(last) : last);
    }
    return moved;
  }

  /// Where a sheet stands then; below 0 are those that are gone.
  private int moved(int sheet) {
    if (sheet < 0 || sheet > from) {
      return sheet;
    }
    return sheet == from ? 0 : sheet + 1;
  }

  /// Changes the stream of the written workbook: tabs, and the sheets themselves, in the new order.
  byte[] applyTo(byte[] stream) throws IOException {
    List<byte[]> tabs = new ArrayList<>();
    int firstTab = tabs(stream, tabs);
    List<Integer> starts =
        new ArrayList<>(tabs.stream().map(tab -> little(tab).getInt(HEAD)).toList());
    int firstSheet = starts.getFirst();
    List<byte[]> sheets = sheets(stream, starts);
    List.of(tabs, sheets, starts).forEach(each -> Collections.rotate(each.subList(0, from + 1), 1));

    ByteArrayOutputStream changed = new ByteArrayOutputStream(stream.length);
    changed.write(stream, 0, firstTab);
    int start = firstSheet;
    for (int i = 0; i < tabs.size(); i++) {
      little(tabs.get(i)).putInt(HEAD, start);
      changed.writeBytes(tabs.get(i));
      shift(sheets.get(i), start - starts.get(i));
      start += sheets.get(i).length;
    }
    changed.write(stream, changed.size(), firstSheet - changed.size());
    sheets.forEach(changed::writeBytes);
    return changed.toByteArray();
  }

  private static List<byte[]> sheets(byte[] stream, List<Integer> starts) {
    List<byte[]> sheets = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : stream.length;
      sheets.add(Arrays.copyOfRange(stream, starts.get(i), end));
    }
    return sheets;
  }

  /// Collects the tabs, which stand one behind the other, before the first sheet.
  ///
  /// @return where the first stands
  private static int tabs(byte[] stream, List<byte[]> tabs) throws IOException {
    int first = -1;
    int end = -1;
    int sheets = stream.length;
    for (int at = 0; at < sheets; at = next(stream, at)) {
      if (little(stream).getShort(at) == BoundSheetRecord.sid) {
        if (first >= 0 && at != end) {
          throw new IOException("tabs apart from each other");
        }
        first = first < 0 ? at : first;
        end = next(stream, at);
        tabs.add(Arrays.copyOfRange(stream, at, end));
        sheets = Math.min(sheets, little(stream).getInt(at + HEAD));
      }
    }
    return first;
  }

  /// An index of rows leads to places in the whole stream.
  private static void shift(byte[] sheet, int by) {
    ByteBuffer bytes = little(sheet);
    for (int at = 0; at < sheet.length; at = next(sheet, at)) {
      if (bytes.getShort(at) == IndexRecord.sid) {
        for (int block = at + HEAD + BEFORE_BLOCKS; block < next(sheet, at); block += 4) {
          bytes.putInt(block, bytes.getInt(block) + by);
        }
      }
    }
  }

  private static int next(byte[] stream, int at) {
    return at + HEAD + Short.toUnsignedInt(little(stream).getShort(at + 2));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
