package pledgebook.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.typesetting.Imposition.Side;

class ImpositionTests {
  @Test
  void laysTheAccordionAsTheFoldsAskForIt() {
    Imposition strip = Imposition.accordion(12, 130, 184);
    assertThat(strip.sides())
        .containsExactly(
            new Side(1, true, List.of(1, 2, 3, 4, 5, 12)),
            new Side(1, false, List.of(6, 7, 8, 9, 10, 11)));
  }

  @Test
  void nestsTheSheets() {
    Imposition sheets = Imposition.saddleStitch(12, 130, 184, 297, 210);
    assertThat(sheets.sides())
        .containsExactly(
            new Side(1, true, List.of(12, 1)),
            new Side(1, false, List.of(2, 11)),
            new Side(2, true, List.of(10, 3)),
            new Side(2, false, List.of(4, 9)),
            new Side(3, true, List.of(8, 5)),
            new Side(3, false, List.of(6, 7)));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 12, 16})
  void anAccordionOpensInTheOrderOfItsPages(int pages) {
    Imposition strip = Imposition.accordion(pages, 130, 184);
    assertThat(Folding.outsideOfAccordion(strip.sides())).containsExactly(1, pages);
    assertThat(Folding.accordion(strip.sides())).isEqualTo(inOrder(pages));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 12, 16, 20})
  void nestedSheetsOpenInTheOrderOfTheirPages(int pages) {
    Imposition sheets = Imposition.saddleStitch(pages, 130, 184, 297, 210);
    assertThat(Folding.nested(sheets.sides())).isEqualTo(inOrder(pages));
  }

  @Test
  void centresThePanelsOnThePaper() {
    Imposition strip = Imposition.accordion(12, 130, 184);
    assertThat(strip.panels()).isEqualTo(6);
    assertThat(strip.panelLeft(0)).isEqualTo(15, within(1e-9));
    assertThat(strip.panelLeft(6)).isEqualTo(15 + 780, within(1e-9));
    assertThat(strip.panelTop()).isEqualTo(15, within(1e-9));
    Imposition sheets = Imposition.saddleStitch(12, 148, 210, 297, 210);
    assertThat(sheets.panelLeft(0)).isEqualTo(0.5, within(1e-9));
    assertThat(sheets.panelLeft(1)).isEqualTo(148.5, within(1e-9));
    assertThat(sheets.panelTop()).isZero();
  }

  @Test
  void refusesPagesThatLeaveAPanelEmpty() {
    assertThatIllegalArgumentException().isThrownBy(() -> Imposition.accordion(10, 130, 184));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Imposition.saddleStitch(10, 130, 184, 297, 210));
  }

  private static List<Integer> inOrder(int pages) {
    return IntStream.rangeClosed(1, pages).boxed().toList();
  }
}
