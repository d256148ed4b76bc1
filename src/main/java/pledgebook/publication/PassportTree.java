package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.Passports.EvidencePassport;

/// A passport as a person reads it, from the printed text down to the cells.
///
/// @param label what it is, such as 规则
/// @param text what is said of it
/// @param cell the received cell it is; null for anything else
record PassportTree(
    String label, String text, @Nullable EvidencePassport cell, List<PassportTree> children) {
  PassportTree {
    children = List.copyOf(children);
  }

  /// What has nothing below it.
  static PassportTree leaf(String label, String text) {
    return new PassportTree(label, text, null, List.of());
  }

  static PassportTree of(String label, String text, List<PassportTree> children) {
    return new PassportTree(label, text, null, children);
  }

  /// The lines of a terminal.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line());
    append(lines, "");
    return lines;
  }

  private String line() {
    return label.isEmpty() ? text : label + "　" + text;
  }

  private void append(List<String> lines, String indent) {
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      PassportTree child = children.get(i);
      lines.add(indent + (last ? "└─ " : "├─ ") + child.line());
      child.append(lines, indent + (last ? "   " : "│  "));
    }
  }
}
