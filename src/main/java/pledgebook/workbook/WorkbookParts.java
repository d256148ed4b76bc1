package pledgebook.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the workbook part says: its sheets in order, its day count, and where the strings and the
/// styles are.
record WorkbookParts(
    List<Tab> tabs, boolean since1904, Optional<String> strings, Optional<String> styles) {
  /// Excel allows 31 characters, other programs more.
  private static final int LONGEST_NAME = 255;

  private static final Set<String> WITHOUT_CELLS =
      Set.of("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet");

  private static final Pattern WORKBOOK_NAME = Pattern.compile("\\.(xlsx|xlsm|xls|et|csv)$");

  /// A part that only one other kind of file has.
  private static final Map<String, String> OTHERS =
      Map.of(
          "xl/workbook.bin", "xlsb",
          "word/document.xml", "docx",
          "ppt/presentation.xml", "pptx",
          "content.xml", "ods");

  /// One sheet of cells; there is at least one. Chart sheets and the like are left out.
  record Tab(String name, boolean hidden, String part) {}

  static WorkbookParts read(Archive archive, WorkbookLimits limits, Deadline deadline)
      throws WorkbookRefused {
    Optional<String> main = Relationships.of(archive, "", deadline).firstOf("officeDocument");
    if (main.isEmpty() || !main.get().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      throw new WorkbookRefused(otherArchive(archive));
    }
    Relationships relationships = Relationships.of(archive, main.get(), deadline);
    List<Tab> tabs = new ArrayList<>();
    boolean since1904 = false;
    try (XmlPart xml = XmlPart.open(archive, main.get(), deadline)) {
      if (!xml.element().equals("workbook")) {
        throw new WorkbookRefused(otherArchive(archive));
      }
      while (xml.child()) {
        if (xml.element().equals("sheets")) {
          sheets(xml, relationships, limits, tabs);
        } else {
          since1904 |= xml.element().equals("workbookPr") && xml.flag("date1904");
          xml.skip();
        }
      }
    }
    if (tabs.isEmpty()) {
      throw new WorkbookRefused(new WorkbookFault.Damaged(main.get()));
    }
    return new WorkbookParts(
        List.copyOf(tabs),
        since1904,
        relationships.firstOf("sharedStrings"),
        relationships.firstOf("styles"));
  }

  /// What an archive is that is no workbook.
  private static WorkbookFault otherArchive(Archive archive) {
    if (archive.holds(name -> WORKBOOK_NAME.matcher(name).find())) {
      return new WorkbookFault.ArchiveOfWorkbooks();
    }
    return new WorkbookFault.NotAWorkbook(
        OTHERS.entrySet().stream()
            .filter(other -> archive.find(other.getKey()).isPresent())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("zip"));
  }

  private static void sheets(
      XmlPart xml, Relationships relationships, WorkbookLimits limits, List<Tab> tabs)
      throws WorkbookRefused {
    while (xml.child()) {
      String name = xml.attribute("name");
      String id = xml.relationship();
      if (name == null || name.length() > LONGEST_NAME || id == null) {
        throw xml.damaged();
      }
      if (tabs.size() >= limits.entries()) {
        throw new WorkbookRefused(new WorkbookFault.TooLarge("entries", limits.entries()));
      }
      String state = xml.attribute("state");
      boolean hidden = "hidden".equals(state) || "veryHidden".equals(state);
      String type = relationships.type(id).orElseThrow(xml::damaged);
      if (type.equals("worksheet")) {
        tabs.add(new Tab(name, hidden, relationships.part(id)));
      } else if (!WITHOUT_CELLS.contains(type)) {
        throw xml.damaged();
      }
      xml.skip();
    }
  }
}
