package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Paragraphs no one wrote: Han, marks in every order that occurs, numbers, words. The same seed
/// gives the same paragraph.
final class RandomText {
  private static final String HAN = "长三角地区新增建成铁路里程通车加快推动互联互通实现全覆盖服务点位";
  private static final List<String> STOPS =
      List.of("，", "。", "、", "；", "：", "？", "！", "”，", "》、", "）。", "……", "——", "·", "’”。");
  private static final List<String> OPENINGS = List.of("（", "“", "《", "「", "【", "“‘", "《〈");
  private static final List<String> NUMBERS =
      List.of(
          "667.6公里", "20.7万个", "1.62∶1", "4.86万件", "41城", "99.5％", "2024年", "1480万件", "5%",
          "3000余家", "7→1个", "10—20个", "240小时", "15平方公里", "3万人次", "5个工作日", "超200项", "第12条", "３５批次");
  private static final List<String> ITEMS =
      List.of("杭温铁路", "池黄高铁", "市交通委", "省发展改革委", "放心商店", "放心餐饮", "取卵术", "宣绩", "沪苏湖");
  private static final List<String> WORDS =
      List.of("AI", "5G", "PDF/A", "CR400AF-Z", "(GB)", "e.g.");

  private final Random random;

  RandomText(long seed) {
    this.random = new Random(seed);
  }

  List<Run> paragraph() {
    List<Run> runs = new ArrayList<>();
    int pieces = 5 + random.nextInt(60);
    for (int i = 0; i < pieces; i++) {
      runs.add(piece());
    }
    return runs;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  private Run piece() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> Run.of(pick(STOPS));
      case 2 -> Run.of(pick(OPENINGS));
      case 3 -> Run.of(pick(NUMBERS)).in(Weight.BOLD).in(Ink.RED).tied(Run.Tie.INSIDE);
      case 4 -> Run.of(pick(NUMBERS));
      case 5 -> Run.of(random.nextBoolean() ? pick(WORDS) : list());
      default -> Run.of(han());
    };
  }

  /// A list of short names between two stops.
  private String list() {
    StringBuilder text = new StringBuilder("，");
    int items = 2 + random.nextInt(4);
    for (int i = 0; i < items; i++) {
      text.append(i == 0 ? "" : "、").append(pick(ITEMS));
    }
    return text.append("。").toString();
  }

  private String han() {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.append(HAN.charAt(random.nextInt(HAN.length())));
    }
    return text.toString();
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
