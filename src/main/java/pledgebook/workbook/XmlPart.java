package pledgebook.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A part of the package as a walk over its elements. Elements count as known only in the namespace
/// of the root, whatever their prefix; so both the transitional and the strict form are read.
/// Whatever the parser complains of becomes a [WorkbookFault].
final class XmlPart implements AutoCloseable {
  private static final int DEEPEST = 100;
  private static final int MOST_NAMES = 5_000;

  private final String name;
  private final BoundedMarkup markup;
  private final XMLStreamReader xml;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> names = new HashSet<>();
  private int depth;
  private String namespace = "";

  private XmlPart(String name, BoundedMarkup markup, XMLStreamReader xml) {
    this.name = name;
    this.markup = markup;
    this.xml = xml;
  }

  /// Opens a part and stands on its root element.
  static XmlPart open(Archive archive, String name, Deadline deadline) throws WorkbookRefused {
    return open(name, archive.part(name), deadline);
  }

  /// Opens a part whose bytes come from somewhere else.
  ///
  /// @param in supports mark and reset
  static XmlPart open(String name, InputStream in, Deadline deadline) throws WorkbookRefused {
    try {
      BoundedMarkup markup = BoundedMarkup.of(in, deadline);
      XmlPart part = new XmlPart(name, markup, parser(markup, name));
      part.root();
      return part;
    } catch (IOException e) {
      throw new WorkbookRefused(new WorkbookFault.Damaged(name));
    }
  }

  private static XMLStreamReader parser(BoundedMarkup markup, String name) throws WorkbookRefused {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      return factory.createXMLStreamReader(markup);
    } catch (XMLStreamException | RuntimeException e) {
      throw refused(markup, name);
    }
  }

  private static WorkbookRefused refused(BoundedMarkup markup, String name) {
    WorkbookFault fault = markup.fault();
    return new WorkbookRefused(fault == null ? new WorkbookFault.Damaged(name) : fault);
  }

  private void root() throws WorkbookRefused {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // declaration, comments
    }
    String uri = xml.getNamespaceURI();
    namespace = uri == null ? "" : uri;
  }

  private int next() throws WorkbookRefused {
    try {
      int event = xml.next();
      requireOrdinary(event);
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new WorkbookRefused(new WorkbookFault.Forbidden("document type"));
      }
      return event;
    } catch (XMLStreamException | RuntimeException e) {
      throw refused(markup, name);
    }
  }

  /// The parser keeps every open element and, for good, every name it has met.
  private void requireOrdinary(int event) throws WorkbookRefused {
    if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
      names.add(xml.getPITarget());
    } else if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
      names.add(xml.getLocalName());
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        names.add(xml.getAttributeLocalName(i));
      }
      for (int i = 0; i < xml.getNamespaceCount(); i++) {
        names.add(String.valueOf(xml.getNamespacePrefix(i)));
        names.add(String.valueOf(xml.getNamespaceURI(i)));
      }
    }
    if (depth > DEEPEST || names.size() > MOST_NAMES) {
      throw damaged();
    }
  }

  /// The local name of the element one stands on.
  String element() {
    return xml.getLocalName();
  }

  /// Goes to the next element within the one whose start was met at a depth of one less: answers
  /// false at the end of the parent. The element before must have been left by [#skip()],
  /// [#text(int)] or a full walk.
  boolean child() throws WorkbookRefused {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (known()) {
          return true;
        }
        skip();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw damaged();
      }
    }
  }

  private boolean known() {
    String uri = xml.getNamespaceURI();
    return namespace.equals(uri == null ? "" : uri);
  }

  /// Leaves the element one stands on, with all that is in it.
  void skip() throws WorkbookRefused {
    for (int depth = 1; depth > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /// The text of the element one stands on, which is left.
  ///
  /// @param limit characters it may have
  String text(int limit) throws WorkbookRefused {
    text.setLength(0);
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        append();
        if (text.length() > limit) {
          throw new WorkbookRefused(new WorkbookFault.TooLarge("cell length", limit));
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        skip();
      }
    }
    return text.toString();
  }

  private void append() throws WorkbookRefused {
    try {
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    } catch (RuntimeException e) {
      throw refused(markup, name);
    }
  }

  /// An attribute without a namespace; null when it is not there.
  @Nullable String attribute(String local) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(local) && !qualified(i)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /// The attribute that names a relationship (`r:id`); null when it is not there.
  @Nullable String relationship() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id") && qualified(i)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private boolean qualified(int index) {
    String uri = xml.getAttributeNamespace(index);
    return uri != null && !uri.isEmpty();
  }

  /// Tells whether an attribute says yes (`1`, `true`, `on`).
  boolean flag(String local) {
    String value = attribute(local);
    return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
  }

  /// A whole number of an attribute.
  ///
  /// @param missing the answer when the attribute is not there
  /// @throws WorkbookRefused when it is no whole number from 0 on
  int number(String local, int missing) throws WorkbookRefused {
    String value = attribute(local);
    if (value == null) {
      return missing;
    }
    return number(value);
  }

  private int number(String digits) throws WorkbookRefused {
    return wholeNumber(digits).orElseThrow(this::damaged);
  }

  /// A whole number from 0 on; empty when it is none.
  static Optional<Integer> wholeNumber(String digits) {
    String stripped = digits.strip();
    boolean plain = !stripped.isEmpty() && stripped.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain && stripped.length() <= 18
        ? Optional.of((int) Math.min(Long.parseLong(stripped), Integer.MAX_VALUE))
        : Optional.empty();
  }

  WorkbookRefused damaged() {
    return new WorkbookRefused(new WorkbookFault.Damaged(name));
  }

  @Override
  public void close() {
    try {
      xml.close();
      markup.close();
    } catch (XMLStreamException | IOException | RuntimeException e) {
      // read only: nothing is lost
    }
  }
}
