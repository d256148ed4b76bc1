package pledgebook.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Walks through the table of shared texts as the common programs write it.
final class PlainStrings {
  private static final byte[] TABLE = PlainXml.word("<sst");
  private static final byte[] TABLE_END = PlainXml.word("</sst");
  private static final byte[] ITEM = PlainXml.word("<si>");
  private static final byte[] ITEM_EMPTY = PlainXml.word("<si/>");
  private static final byte[] ITEM_END = PlainXml.word("</si>");
  private static final byte[] TEXT = PlainXml.word("<t");
  private static final byte[] TEXT_END = PlainXml.word("</t>");
  private static final byte[] RUN = PlainXml.word("<r>");
  private static final byte[] RUN_END = PlainXml.word("</r>");
  private static final byte[] LOOK = PlainXml.word("<rPr>");
  private static final byte[] LOOK_END = PlainXml.word("</rPr>");
  private static final byte[] SPOKEN = PlainXml.word("<rPh");
  private static final byte[] SPOKEN_END = PlainXml.word("</rPh>");
  private static final byte[] SPEECH = PlainXml.word("<phoneticPr");

  private final PlainXml xml;
  private final SharedStrings strings;
  private final WorkbookLimits limits;

  private PlainStrings(PlainXml xml, SharedStrings strings, WorkbookLimits limits) {
    this.xml = xml;
    this.strings = strings;
    this.limits = limits;
  }

  /// Reads the table.
  ///
  /// @throws NotPlain when it is not written so; what was taken so far is to be forgotten
  static void read(InputStream in, SharedStrings strings, WorkbookLimits limits, Deadline deadline)
      throws NotPlain, IOException, WorkbookRefused {
    try (PlainXml xml = new PlainXml(in, deadline)) {
      new PlainStrings(xml, strings, limits).read();
    }
  }

  private void read() throws NotPlain, IOException, WorkbookRefused {
    xml.fill();
    xml.declaration();
    if (!root()) {
      return;
    }
    while (true) {
      xml.keep();
      int before = strings.size();
      try {
        xml.skipBlanks();
        if (xml.follows(TABLE_END)) {
          xml.closed();
          return;
        }
        item();
      } catch (NotPlain e) {
        if (!e.isCut() || strings.size() != before) {
          throw NotPlain.here();
        }
        xml.fill();
      }
    }
  }

  private boolean root() throws NotPlain {
    xml.skipBlanks();
    xml.expect(TABLE);
    xml.beginTag();
    while (xml.rootAttribute()) {
      if (!xml.nameIs("xmlns") && !xml.nameIs("count") && !xml.nameIs("uniqueCount")) {
        throw NotPlain.here();
      }
    }
    return xml.opened();
  }

  private void item() throws NotPlain, WorkbookRefused {
    byte[] none = new byte[0];
    if (xml.follows(ITEM_EMPTY)) {
      strings.add(none, 0, 0, limits);
      return;
    }
    xml.expect(ITEM);
    xml.skipBlanks();
    Collected collected = new Collected();
    while (!xml.follows(ITEM_END)) {
      if (xml.follows(RUN)) {
        run(collected);
      } else if (xml.follows(SPOKEN)) {
        spoken();
      } else if (xml.follows(SPEECH)) {
        xml.skipAttributes();
        if (xml.opened()) {
          throw NotPlain.here();
        }
      } else {
        text(collected);
      }
      xml.skipBlanks();
    }
    collected.into(strings, limits);
  }

  private void run(Collected collected) throws NotPlain {
    xml.skipBlanks();
    if (xml.follows(LOOK)) {
      xml.skipBlanks();
      while (!xml.follows(LOOK_END)) {
        look();
        xml.skipBlanks();
      }
      xml.skipBlanks();
    }
    if (!xml.follows(RUN_END)) {
      text(collected);
      xml.skipBlanks();
      xml.expect(RUN_END);
    }
  }

  /// One property of a run: a tag without content.
  private void look() throws NotPlain {
    if (xml.bytes[xml.at] != '<') {
      throw xml.other();
    }
    xml.at++;
    xml.skipName();
    xml.skipAttributes();
    if (xml.opened()) {
      throw NotPlain.here();
    }
  }

  private void spoken() throws NotPlain {
    xml.skipAttributes();
    if (xml.opened()) {
      xml.skipBlanks();
      text(new Collected());
      xml.skipBlanks();
      xml.expect(SPOKEN_END);
    }
  }

  private void text(Collected collected) throws NotPlain {
    xml.expect(TEXT);
    xml.skipAttributes();
    if (xml.opened()) {
      xml.text();
      collected.take();
      xml.expect(TEXT_END);
    }
  }

  /// What the runs of one text hold: mostly there is one, and it stands in the window as it is.
  private final class Collected {
    private int start;
    private int end;
    private @org.jspecify.annotations.Nullable StringBuilder several;

    void take() throws NotPlain {
      boolean alone = several == null && start == end && !xml.entities && !xml.escapes;
      if (xml.valueEnd - xml.valueStart > limits.cellLength()) {
        // The full parser counts characters.
        throw NotPlain.here();
      }
      if (alone) {
        start = xml.valueStart;
        end = xml.valueEnd;
        return;
      }
      if (several == null) {
        several =
            new StringBuilder(new String(xml.bytes, start, end - start, StandardCharsets.UTF_8));
      }
      several.append(xml.string());
      if (several.length() > limits.cellLength()) {
        throw NotPlain.here();
      }
    }

    void into(SharedStrings strings, WorkbookLimits limits) throws WorkbookRefused {
      if (several == null) {
        strings.add(xml.bytes, start, end, limits);
      } else {
        byte[] text = several.toString().getBytes(StandardCharsets.UTF_8);
        strings.add(text, 0, text.length, limits);
      }
    }
  }
}
