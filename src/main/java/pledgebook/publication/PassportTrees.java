package pledgebook.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.Passports.EvidencePassport;
import pledgebook.publication.Passports.FigurePassport;
import pledgebook.publication.Passports.IndicatorPassport;
import pledgebook.publication.Passports.MemberPassport;
import pledgebook.publication.Passports.WithdrawalPassport;
import pledgebook.vocabulary.Messages;

/// Puts passports into words.
///
/// @param most how many cells of a member are listed; beyond it their number is told
/// @param cells every cell of an indicator at a member; what the passport lists where all are not
///   at hand
record PassportTrees(Passports passports, int most, AllCells cells) {
  private static final String RATIO = "RATIO";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// Where the cells of a member's part are found.
  @FunctionalInterface
  interface AllCells {
    List<EvidencePassport> of(IndicatorPassport indicator, MemberPassport member);
  }

  /// The passports with the cells they list, so many of each member.
  static PassportTrees bounded(Passports passports, int most) {
    return new PassportTrees(passports, most, (indicator, member) -> member.evidence());
  }

  /// The passport of an indicator, or of some of its figures.
  ///
  /// @param figures of the indicator; where they all are of a kind (promised, a member's) nothing
  ///   else is told
  PassportTree of(IndicatorPassport indicator, List<FigurePassport> figures) {
    boolean promised = !figures.isEmpty() && figures.stream().allMatch(FigurePassport::promise);
    List<PassportTree> children = new ArrayList<>(places(indicator, figures));
    children.add(
        leaf("indicator", indicator.code() + " " + indicator.name(), "place", indicator.place()));
    figures.stream()
        .flatMap(figure -> Stream.ofNullable(figure.source()))
        .distinct()
        .forEach(source -> children.add(leaf("source", source)));
    if (promised) {
      children.add(leaf("target", Objects.toString(indicator.verdict().target(), "")));
    } else {
      children.addAll(value(indicator));
      children.addAll(members(indicator, figures));
    }
    return PassportTree.of("", title(indicator, figures), children);
  }

  private static String title(IndicatorPassport indicator, List<FigurePassport> figures) {
    return figures.isEmpty()
        ? indicator.code() + " " + indicator.name()
        : figures.stream()
            .map(figure -> printed(indicator, figure))
            .distinct()
            .collect(Collectors.joining("、"));
  }

  /// A figure as it is printed, with its unit where that stands behind it: what else is kept on the
  /// line with it (1.9之内) is no part of it.
  private static String printed(IndicatorPassport indicator, FigurePassport figure) {
    return figure.text() + (figure.tied().equals(indicator.unit()) ? figure.tied() : "");
  }

  /// Where it is printed, by what is printed.
  private static List<PassportTree> places(
      IndicatorPassport indicator, List<FigurePassport> figures) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (FigurePassport figure : figures) {
      String text =
          MESSAGES.text(
              figure.red() ? "passport.printed.red" : "passport.printed.plain",
              "role",
              figure.member() == null ? figure.role() : figure.member(),
              "text",
              printed(indicator, figure));
      places.computeIfAbsent(text, t -> new ArrayList<>()).add(figure.id());
    }
    List<PassportTree> trees = new ArrayList<>();
    places.forEach(
        (text, ids) -> trees.add(leaf("printed", text, "places", String.join("、", ids))));
    return trees.isEmpty() ? List.of(leaf("unprinted", "")) : trees;
  }

  private List<PassportTree> value(IndicatorPassport indicator) {
    List<PassportTree> trees = new ArrayList<>();
    trees.add(
        leaf(
            "value",
            amount(indicator, indicator.value()),
            "fraction",
            indicator.fraction() == null ? "" : "（" + indicator.fraction() + "）"));
    trees.add(leaf("rule", indicator.rule(), "printing", indicator.printing()));
    String target = indicator.verdict().target();
    if (target != null) {
      trees.add(
          leaf(
              "verdict",
              indicator.verdict().outcome(),
              "target",
              target,
              "margin",
              margin(indicator)));
      trees.add(rests(indicator));
    } else {
      trees.add(leaf("outcome", indicator.verdict().outcome()));
    }
    return trees;
  }

  static String margin(IndicatorPassport indicator) {
    String margin = indicator.verdict().margin();
    String exact = indicator.verdict().exactMargin();
    if (margin == null) {
      return "";
    }
    return MESSAGES.text("passport.margin", "margin", amount(indicator, margin))
        + (exact == null ? "" : MESSAGES.text("passport.margin.exact", "exact", exact));
  }

  /// A value with its unit; a ratio is written without.
  static String amount(IndicatorPassport indicator, @Nullable String value) {
    if (value == null) {
      return MESSAGES.text("value.none");
    }
    return value + (indicator.kind().equals(RATIO) ? "" : indicator.unit());
  }

  /// What the verdict rests on. A member sends one file, so what holds of the one holds of the
  /// other.
  private PassportTree rests(IndicatorPassport indicator) {
    List<WithdrawalPassport> withdrawals = indicator.verdict().withdrawals();
    List<PassportTree> children = new ArrayList<>(rests(indicator, "member"));
    children.addAll(rests(indicator, "cell"));
    if (children.isEmpty()) {
      return leaf(indicator.value() == null ? "rests.unknown" : "rests.nothing", "");
    }
    return PassportTree.of(
        MESSAGES.text("passport.label.rests"),
        MESSAGES.text(
            "passport.rests",
            "members",
            pieces(withdrawals, "member"),
            "cells",
            pieces(withdrawals, "cell")),
        children);
  }

  private List<PassportTree> rests(IndicatorPassport indicator, String level) {
    List<WithdrawalPassport> withdrawals =
        indicator.verdict().withdrawals().stream()
            .filter(withdrawal -> withdrawal.level().equals(level))
            .toList();
    List<PassportTree> trees = new ArrayList<>();
    int shown = Math.min(most, withdrawals.size());
    withdrawals.subList(0, shown).forEach(w -> trees.add(withdrawal(indicator, w)));
    int pieces = pieces(withdrawals, level);
    if (pieces > shown) {
      trees.add(leaf("more-withdrawals", "", "count", pieces - shown));
    }
    return trees;
  }

  private static int pieces(List<WithdrawalPassport> withdrawals, String level) {
    return withdrawals.stream()
        .filter(withdrawal -> withdrawal.level().equals(level))
        .mapToInt(WithdrawalPassport::pieces)
        .findFirst()
        .orElse(0);
  }

  private static PassportTree withdrawal(
      IndicatorPassport indicator, WithdrawalPassport withdrawal) {
    return leaf(
        "withdrawal." + withdrawal.level(),
        withdrawal.member(),
        "place",
        withdrawal.cell() == null
            ? ""
            : withdrawal.file() + " " + withdrawal.sheet() + "!" + withdrawal.cell(),
        "value",
        amount(indicator, withdrawal.value()),
        "outcome",
        withdrawal.outcome());
  }

  private List<PassportTree> members(IndicatorPassport indicator, List<FigurePassport> figures) {
    Set<String> only =
        figures.stream()
            .map(FigurePassport::member)
            .flatMap(Stream::ofNullable)
            .collect(Collectors.toSet());
    boolean all = figures.stream().anyMatch(figure -> figure.member() == null) || only.isEmpty();
    List<PassportTree> trees = new ArrayList<>();
    for (IndicatorPassport part : passports.parts(indicator)) {
      List<PassportTree> members =
          part.members().stream()
              .filter(member -> all || only.contains(member.name()))
              .map(member -> member(part, member))
              .toList();
      if (indicator.sides().isEmpty()) {
        trees.addAll(members);
      } else {
        boolean numerator = part.code().equals(indicator.sides().getFirst());
        String text =
            MESSAGES.text(
                "passport.side",
                "name",
                part.code() + " " + part.name(),
                "value",
                amount(part, part.value()));
        trees.add(
            PassportTree.of(
                MESSAGES.text("passport.label." + (numerator ? "numerator" : "denominator")),
                text,
                members));
      }
    }
    return trees;
  }

  private PassportTree member(IndicatorPassport indicator, MemberPassport member) {
    List<EvidencePassport> listed = cells.of(indicator, member);
    List<PassportTree> children = new ArrayList<>();
    int shown = listed.size() <= most ? listed.size() : Math.max(1, most - 1);
    listed.subList(0, shown).forEach(cell -> children.add(cell(cell)));
    if (member.cells() > shown) {
      children.add(leaf("more", "", "count", member.cells() - shown));
    }
    String value = member.value();
    return PassportTree.of(
        member.name(),
        MESSAGES.text(
            "passport.member",
            "value",
            value == null ? member.state() : amount(indicator, value),
            "cells",
            member.cells(),
            "uncounted",
            member.cells() == member.counted() || value == null
                ? ""
                : MESSAGES.text("passport.uncounted", "count", member.cells() - member.counted())),
        children);
  }

  private static PassportTree cell(EvidencePassport cell) {
    String text =
        MESSAGES.text(
            "passport.cell",
            "file",
            cell.file(),
            "place",
            cell.sheet() + "!" + cell.cell(),
            "raw",
            Objects.toString(cell.raw(), ""),
            "key",
            cell.key() == null || cell.key().equals(cell.raw())
                ? ""
                : MESSAGES.text("passport.key", "key", cell.key()),
            "uncounted",
            cell.counted() ? "" : MESSAGES.text("passport.not-counted"));
    return new PassportTree(MESSAGES.text("passport.label.cell"), text, cell, List.of());
  }

  /// @param kind of the label; the text stands under `passport.<kind>` where it has holes
  private static PassportTree leaf(String kind, String text, Object... holes) {
    Object[] all = Stream.concat(Stream.of("text", text), Stream.of(holes)).toArray();
    return PassportTree.leaf(
        MESSAGES.text("passport.label." + kind), MESSAGES.text("passport.text." + kind, all));
  }
}
