package pledgebook.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.CFRuleRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.CommonObjectDataSubRecord;
import org.apache.poi.hssf.record.DVRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.HyperlinkRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.ObjRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/// What a binary workbook holds apart from its index: every value and formula by its hash,
/// drawings, links and rules by their number. The library that writes the format passes over what
/// it does not know; equal inventories mean that nothing went astray.
///
/// @param numbers by sheet and kind
/// @param hashes of names, values, joined and hidden cells, and formulas
record BiffInventory(Map<String, Integer> numbers, String hashes) {
  /// Blank ones included: some 200 bytes each, and the workbook is there twice while it is written.
  private static final int MOST_CELLS = 400_000;

  /// Places a row keeps for cells, whether there are any or not.
  private static final long MOST_PLACES = 20_000_000;

  /// Beginnings, links, rules for input and for look.
  private static final Set<Short> COUNTED =
      Set.of(BOFRecord.sid, HyperlinkRecord.sid, DVRecord.sid, CFRuleRecord.sid);

  /// @throws IOException when the workbook is too large to be held in memory as a whole, or a sheet
  ///   of it holds macro commands, or a chart among its drawings: the library loses what is behind
  static BiffInventory of(DirectoryNode root) throws IOException {
    try {
      Taker taker = new Taker();
      BiffRecords records =
          BiffWorkbook.records(
              root, CopyBounds.LIMITS, Deadline.in(CopyBounds.LIMITS.time()), taker);
      if (records.hasMacroSheet()) {
        throw new IOException("macros among the sheets");
      }
      for (Sheet sheet : records.sheets()) {
        if (IndexMark.isOn(sheet)) {
          taker.leaveOut(sheet);
        } else {
          taker.take(sheet);
        }
      }
      return new BiffInventory(taker.numbers, taker.hashes());
    } catch (WorkbookRefused e) {
      throw new IOException(e);
    }
  }

  private static final class Taker implements BiffWorkbook.RecordVisitor {
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final Map<String, MessageDigest> hashes = new TreeMap<>();
    private int cells;
    private long places;

    private static MessageDigest hash() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has it", e);
      }
    }

    private MessageDigest hashOf(String sheet) {
      return hashes.computeIfAbsent(sheet, name -> hash());
    }

    String hashes() {
      StringBuilder all = new StringBuilder();
      hashes.forEach((sheet, hash) ->
          all.append(sheet).append(HexFormat.of().formatHex(hash.digest())).append('\n'));
      return all.toString();
    }

    void leaveOut(Sheet sheet) {
      hashes.remove(sheet.name());
      numbers.keySet().removeIf(key -> key.startsWith(sheet.name() + ":"));
    }

    @Override
    public void visit(Record next, String sheet) throws IOException {
      bound(next);
      if (COUNTED.contains(next.getSid()) || (next instanceof ObjRecord drawn && !isNote(drawn))) {
        int number = numbers.merge(sheet + ":" + next.getSid(), 1, Integer::sum);
        if (next instanceof BOFRecord && number > 1) {
          throw new IOException("a chart amid the drawings of a sheet cuts them off");
        }
      }
      if (next instanceof FormulaRecord formula) {
        // Behind its head of 4 bytes, place, style, value and flags of 20.
        MessageDigest hash = hashOf(sheet);
        hash.update(ByteBuffer.allocate(8).putInt(formula.getRow()).putInt(formula.getColumn()));
        byte[] bytes = formula.serialize();
        hash.update(bytes, 24, bytes.length - 24);
      }
    }

    private void bound(Record next) throws IOException {
      switch (next) {
        case CellRecord _ -> cells++;
        case MulBlankRecord blank -> cells += blank.getNumColumns();
        case RowRecord row -> places += Math.max(0, row.getLastCol());
        default -> {}
      }
      if (cells > MOST_CELLS || places > MOST_PLACES) {
        throw new IOException("too large to be held in memory");
      }
    }

    private static boolean isNote(ObjRecord drawn) {
      return drawn.getSubRecords().getFirst() instanceof CommonObjectDataSubRecord common
          && common.getObjectType() == CommonObjectDataSubRecord.OBJECT_TYPE_COMMENT;
    }

    void take(Sheet sheet) throws WorkbookRefused {
      String name = sheet.name();
      update(name, name);
      update(name, sheet.hidden() + "" + sheet.merged() + sheet.hiddenColumns());
      sheet.read(row -> {
        update(name, row.toString());
        return true;
      });
    }

    private void update(String sheet, String text) {
      hashOf(sheet).update(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
