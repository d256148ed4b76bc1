package pledgebook.workbook;

import java.util.Random;

/// A small sheet drawn by chance out of everything programs write, mostly in the way the common
/// ones do, and now and then in a way that only the full parser reads.
final class GeneratedSheet {
  private static final String[] TEXTS = {
    "上海",
    " ",
    "",
    "a &amp; b",
    "_x000D_\n二",
    "_x005F_x000D_",
    "合计",
    "&#27982;&#x6D59;",
    "1:62",
    "😀",
    "]",
    "x]]y",
    "&lt;c&gt;",
    "\t续",
    "_",
    "_x",
    "１２３",
    "é"
  };
  private static final String[] NUMBERS = {
    "0", "1", "-3", "667.6", "667.59999999999991", "6.676E2", "45652", "45652.5", "60", "61", "0.5",
    "-0", "00", "1.0", "2958465", "2958466", "NaN", "+5", ".5", "5.", "123456789012345678", "1E400",
    " 7 ", "", "100000000000000"
  };
  private static final String[] ODD = {
    "<!-- -->", "<extLst/>", "<x:row xmlns:x='other'/>", "<?a b?>", "<row r='1'/>", "text"
  };

  private final Random random;
  private int strings;

  GeneratedSheet(Random random) {
    this.random = random;
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  private String pick(String[] all) {
    return all[random.nextInt(all.length)];
  }

  HandMadeWorkbook workbook() {
    StringBuilder table = new StringBuilder();
    strings = random.nextInt(8);
    for (int i = 0; i < strings; i++) {
      table.append(item());
    }
    StringBuilder rows = new StringBuilder();
    int number = 0;
    for (int left = random.nextInt(6); left > 0; left--) {
      number += once(4) ? 1 + random.nextInt(400) : 1;
      rows.append(row(number)).append(once(5) ? "\n " : "");
      rows.append(once(60) ? pick(ODD) : "");
    }
    String behind = once(3) ? "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>" : "";
    return HandMadeWorkbook.sheet(
            (once(2) ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "")
                + "<worksheet xmlns='m' xmlns:x14ac='ac'><cols><col min='1'"
                + " max='2'/></cols><sheetData>"
                + rows
                + "</sheetData>"
                + behind
                + "</worksheet>")
        .workbook(once(6) ? "<workbookPr date1904='1'/>" : "")
        .strings(table.toString())
        .formats(0, 14, 22, 10, 164);
  }

  private String item() {
    return switch (random.nextInt(6)) {
      case 0 ->
          "<si><r><rPr><b/><sz val='11'/><rFont val='宋体'/></rPr><t>"
              + pick(TEXTS)
              + "</t></r><r><t xml:space='preserve'>"
              + pick(TEXTS)
              + "</t></r></si>";
      case 1 -> "<si><t>" + pick(TEXTS) + "</t><phoneticPr fontId='1'/></si>";
      case 2 -> "<si><t>" + pick(TEXTS) + "</t><rPh sb='0' eb='1'><t>hu</t></rPh></si>";
      case 3 -> once(2) ? "<si/>" : "<si><t/></si>";
      default -> "<si><t xml:space=\"preserve\">" + pick(TEXTS) + "</t></si>";
    };
  }

  private String row(int number) {
    StringBuilder row = new StringBuilder("<row");
    row.append(once(8) && number == 1 ? "" : " r='" + number + "'");
    row.append(once(6) ? " hidden='" + pick(new String[] {"1", "0", "true", "off"}) + "'" : "");
    row.append(once(4) ? " spans='1:9' x14ac:dyDescent='0.25'" : "");
    if (once(8)) {
      return row + "/>";
    }
    row.append('>');
    int column = 0;
    for (int left = random.nextInt(7); left > 0; left--) {
      column += once(4) ? 1 + random.nextInt(5) : 1;
      String address = once(9) ? "" : " r='" + CellAddress.letters(column) + number + "'";
      row.append(cell(address, " s=\"" + random.nextInt(once(30) ? 9 : 5) + "\""));
    }
    return row + "</row>";
  }

  private String cell(String address, String style) {
    String formula = once(6) ? once(2) ? "<f>A1&amp;B1</f>" : "<f t='shared' si='0'/>" : "";
    String start = "<c" + address + style;
    return switch (random.nextInt(9)) {
      case 0 -> start + "/>";
      case 1 -> start + " t='s'>" + formula + "<v>" + random.nextInt(strings + 1) + "</v></c>";
      case 2 -> start + " t='str'>" + formula + "<v>" + pick(TEXTS) + "</v></c>";
      case 3 -> start + " t='inlineStr'><is><t>" + pick(TEXTS) + "</t></is></c>";
      case 4 ->
          start + " t='inlineStr'><is><r><t>" + pick(TEXTS) + "</t></r></is>" + formula + "</c>";
      case 5 ->
          start
              + pick(
                  new String[] {
                    " t='b'><v>1</v></c>",
                    " t='e'><v>#N/A</v></c>",
                    " t='d'><v>2024-12-26</v></c>",
                    " t='n'><v/></c>",
                    " t='inlineStr'><is><t/></is></c>",
                    "><v xml:space='preserve'> 8</v></c>"
                  });
      default -> start + ">" + formula + (once(9) ? "" : "<v>" + pick(NUMBERS) + "</v>") + "</c>";
    };
  }
}
