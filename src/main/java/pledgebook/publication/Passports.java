package pledgebook.publication;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The passports of an edition, as data/passports.json holds them: every printed figure, and of
/// every indicator how its value came about, down to the received cells. Values are texts in their
/// plain form, words are Chinese: what is read is what is shown.
///
/// @param edition the edition hash
/// @param state draft or final
/// @param notice what every output of the edition has to say; empty when nothing
/// @param files the files the cells lie in, once: a passport names a file, so that two versions of
///   a file with the same cells give the same passport
/// @param indicators in the order of the definition
/// @param figures in the order they are printed, those of the digest last
record Passports(
    int year,
    String title,
    String edition,
    String state,
    String notice,
    List<SourceFile> files,
    List<IndicatorPassport> indicators,
    List<FigurePassport> figures) {

  /// A received file.
  ///
  /// @param file path below input/<year>
  record SourceFile(String file, String sha256) {}

  /// A printed figure.
  ///
  /// @param id where it stands ([pledgebook.statement.Figure])
  /// @param text the printed figure; `tied` is what is kept on the line with it, its unit or
  ///   another
  /// @param role 目标 or 完成
  /// @param promise it tells what was promised
  /// @param red it is compared
  /// @param member whose part of the indicator it is; null when it is the whole
  /// @param source of a promise the published sentence it stands in and who published it; else null
  record FigurePassport(
      String id,
      String text,
      String tied,
      String role,
      boolean promise,
      boolean red,
      String indicator,
      @Nullable String member,
      @Nullable String source) {}

  /// How an indicator's value came about.
  ///
  /// @param place where it is defined
  /// @param kind registry.Kind
  /// @param rule how members become one
  /// @param printing how the value becomes what is printed
  /// @param value exact; of a ratio rounded to six decimals; null when there is none
  /// @param fraction of a ratio its exact value; null otherwise
  /// @param sides of a ratio its numerator and its denominator
  /// @param origin a hash over the value and everything it rests on; the verdict takes no part
  record IndicatorPassport(
      String code,
      String name,
      @Nullable Integer project,
      String place,
      String unit,
      String kind,
      String rule,
      String printing,
      @Nullable String value,
      @Nullable String fraction,
      List<String> sides,
      List<MemberPassport> members,
      String origin,
      VerdictPassport verdict) {}

  /// A member's part.
  ///
  /// @param cells how many there are; `evidence` lists the first
  /// @param counted how many of them are counted
  /// @param fingerprint a hash over all of them; empty when there are none
  record MemberPassport(
      String entity,
      String name,
      String state,
      @Nullable String value,
      int cells,
      int counted,
      String fingerprint,
      List<EvidencePassport> evidence) {}

  /// A received cell.
  ///
  /// @param raw the text as found
  /// @param key what is counted; null where amounts are added
  /// @param link leads to the cell, from data/
  record EvidencePassport(
      String file,
      String sheet,
      String cell,
      @Nullable String raw,
      @Nullable String value,
      @Nullable String key,
      boolean counted,
      String link) {}

  /// What came of the indicator.
  ///
  /// @param target null when there is none
  /// @param margin on the good side of the target; null where there is no figure to compare
  /// @param exactMargin of a ratio the margin as a fraction; null otherwise
  /// @param withdrawals what would change the outcome, the first of each level
  record VerdictPassport(
      String outcome,
      @Nullable String target,
      @Nullable String margin,
      @Nullable String exactMargin,
      List<WithdrawalPassport> withdrawals) {}

  /// What would change the outcome if it were withdrawn.
  ///
  /// @param level member, file or cell
  /// @param pieces how many of the level would
  /// @param value what would be left; null when nothing
  record WithdrawalPassport(
      String level,
      int pieces,
      String member,
      @Nullable String file,
      @Nullable String sheet,
      @Nullable String cell,
      @Nullable String value,
      String outcome) {}

  /// The indicator under a code.
  Optional<IndicatorPassport> indicator(String code) {
    return indicators.stream().filter(indicator -> indicator.code().equals(code)).findFirst();
  }

  /// The indicators whose members an indicator rests on: of a ratio its two sides, else itself.
  List<IndicatorPassport> parts(IndicatorPassport indicator) {
    return indicator.sides().isEmpty()
        ? List.of(indicator)
        : indicator.sides().stream().flatMap(code -> indicator(code).stream()).toList();
  }
}
