package pledgebook.publication;

import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Page;

/// Composed text.
///
/// @param indent what stands left of it
record TextPart(Page page, Galley galley, double indent) implements Part {
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
    page.place(galley, x + indent, top);
  }
}
