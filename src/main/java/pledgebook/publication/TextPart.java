package pledgebook.publication;

import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Role;

/// Composed text.
///
/// @param role what it is to a reader who hears the page
record TextPart(Page page, Galley galley, Role role) implements Part {
  TextPart(Page page, Galley galley) {
    this(page, galley, Role.PARAGRAPH);
  }

  @Override
  public double height() {
    return galley.height();
  }

  @Override
  public boolean fits() {
    return galley.keepsToMeasure();
  }

  @Override
  public void draw(double x, double top) {
    page.place(galley, x, top, role);
  }
}
