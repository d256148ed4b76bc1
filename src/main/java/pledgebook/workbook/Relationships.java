package pledgebook.workbook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Where a part of the package leads to (ECMA-376-2, 6.5). Read by ourselves because the library's
/// package reader refuses what some office programs write (a second core-properties part).
final class Relationships {
  private final Archive archive;
  private final String source;
  private final List<Relationship> all;

  /// One of them.
  ///
  /// @param type the last word of its URI, which the transitional and the strict form share
  private record Relationship(String id, String type, String target, boolean external) {}

  private Relationships(Archive archive, String source, List<Relationship> all) {
    this.archive = archive;
    this.source = source;
    this.all = all;
  }

  /// Those of a part; none when it has no relationship part.
  ///
  /// @param source empty for those of the package
  static Relationships of(Archive archive, String source, Deadline deadline)
      throws WorkbookRefused {
    int slash = source.lastIndexOf('/') + 1;
    String part = source.substring(0, slash) + "_rels/" + source.substring(slash) + ".rels";
    List<Relationship> all = new ArrayList<>();
    if (archive.find(part).isPresent()) {
      try (XmlPart xml = XmlPart.open(archive, part, deadline)) {
        while (xml.child()) {
          add(xml, all);
          xml.skip();
        }
      }
    }
    return new Relationships(archive, source, all);
  }

  private static void add(XmlPart xml, List<Relationship> all) throws WorkbookRefused {
    String id = xml.attribute("Id");
    String type = xml.attribute("Type");
    String target = xml.attribute("Target");
    if (!xml.element().equals("Relationship") || id == null || type == null || target == null) {
      throw xml.damaged();
    }
    if (all.size() >= CellAddress.LAST_ROW) {
      throw xml.damaged();
    }
    String last = type.substring(type.lastIndexOf('/') + 1);
    all.add(new Relationship(id, last, target, "External".equals(xml.attribute("TargetMode"))));
  }

  /// The type of the relationship with this id; empty when there is none.
  Optional<String> type(String id) {
    return all.stream().filter(r -> r.id.equals(id)).findFirst().map(Relationship::type);
  }

  /// The part the relationship with this id leads to.
  ///
  /// @throws WorkbookRefused when there is no such relationship or part
  String part(String id) throws WorkbookRefused {
    for (Relationship each : all) {
      if (each.id.equals(id)) {
        return part(each);
      }
    }
    throw new WorkbookRefused(new WorkbookFault.Damaged(source));
  }

  /// The part the first relationship of this type leads to; empty when there is none of the type.
  Optional<String> firstOf(String type) throws WorkbookRefused {
    for (Relationship each : all) {
      if (each.type.equals(type)) {
        return Optional.of(part(each));
      }
    }
    return Optional.empty();
  }

  private String part(Relationship relationship) throws WorkbookRefused {
    if (relationship.external) {
      throw new WorkbookRefused(new WorkbookFault.Forbidden("part outside"));
    }
    String written = resolve(relationship.target);
    Optional<String> found = archive.find(written);
    return found.isPresent()
        ? found.get()
        : archive
            .find(decoded(written))
            .orElseThrow(() -> new WorkbookRefused(new WorkbookFault.Damaged(written)));
  }

  private String resolve(String target) throws WorkbookRefused {
    String path = target.replace('\\', '/');
    String folder = source.substring(0, source.lastIndexOf('/') + 1);
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          throw new WorkbookRefused(new WorkbookFault.Forbidden("part outside"));
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
