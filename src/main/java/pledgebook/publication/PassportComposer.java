package pledgebook.publication;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.Passports.FigurePassport;
import pledgebook.publication.Passports.IndicatorPassport;
import pledgebook.publication.Passports.MemberPassport;
import pledgebook.publication.Passports.SourceFile;
import pledgebook.publication.Passports.VerdictPassport;
import pledgebook.publication.WarehouseRows.MemberValue;
import pledgebook.reconciliation.Margin;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Printed;
import pledgebook.registry.Target;
import pledgebook.statement.DigestStatement;
import pledgebook.statement.Figure;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// Issues the passports of an edition.
final class PassportComposer {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Edition edition;
  private final PassportRows rows;
  private final Map<IndicatorCode, List<MemberValue>> values;
  private final List<SourceFile> files;

  private PassportComposer(Edition edition, Warehouse warehouse) {
    this.edition = edition;
    this.rows = new PassportRows(warehouse, edition.round());
    WarehouseRows held = new WarehouseRows(warehouse);
    this.values =
        held.memberValues().stream().collect(Collectors.groupingBy(MemberValue::indicator));
    this.files =
        held.intake().stream()
            .filter(WarehouseRows.IntakeRow::inForce)
            .map(file -> new SourceFile(file.file(), file.submission()))
            .toList();
  }

  /// @param warehouse holds the relations of the edition's reconciled round
  static Passports of(Edition edition, Warehouse warehouse) {
    PassportComposer composer = new PassportComposer(edition, warehouse);
    Map<String, IndicatorPassport> indicators = new HashMap<>();
    // A ratio rests on its sides, wherever those are defined.
    Stream.concat(
            edition.round().indicators().stream().filter(i -> i.kind() != Kind.RATIO),
            edition.round().indicators().stream().filter(i -> i.kind() == Kind.RATIO))
        .forEach(i -> indicators.put(i.code().value(), composer.indicator(i, indicators)));
    return new Passports(
        edition.round().year(),
        edition.statements().title(),
        edition.hash().hex(),
        edition.draft() ? "draft" : "final",
        Notices.of(edition).text(),
        composer.files,
        edition.round().indicators().stream()
            .flatMap(i -> Stream.ofNullable(indicators.get(i.code().value())))
            .toList(),
        composer.figures());
  }

  private List<FigurePassport> figures() {
    Map<String, String> members = new HashMap<>();
    List<DigestStatement> digest = edition.statements().findDigest().stream().toList();
    digest.stream()
        .flatMap(PassportComposer::bars)
        .forEach(bar -> members.put(bar.figure().id(), bar.member()));
    return Stream.concat(
            edition.statements().figures().stream(),
            digest.stream().flatMap(told -> told.figures().stream()))
        .map(figure -> figure(figure, members.get(figure.id())))
        .toList();
  }

  private static Stream<DigestStatement.Bar> bars(DigestStatement digest) {
    return digest.blocks().stream()
        .flatMap(block -> block.charts().stream())
        .flatMap(chart ->
            switch (chart) {
              case DigestStatement.Bars bars -> bars.bars().stream();
              case DigestStatement.Tiles _, DigestStatement.Missing _ -> Stream.empty();
            });
  }

  private FigurePassport figure(Figure figure, @Nullable String member) {
    boolean promise = figure.role() == Figure.Role.PROMISE;
    return new FigurePassport(
        figure.id(),
        figure.text(),
        figure.tied(),
        figure.role().label(),
        promise,
        figure.compared(),
        figure.indicator().value(),
        member,
        promise ? source(figure.indicator()) : null);
  }

  private String source(IndicatorCode code) {
    Integer number = edition.round().indicator(code).project();
    return edition.round().projects().stream()
        .filter(project -> number != null && project.number() == number)
        .findFirst()
        .map(project ->
            MESSAGES.text(
                "passport.source",
                "sentence",
                project.commitment(),
                "source",
                LineageSheet.source(project)))
        .orElse("");
  }

  private IndicatorPassport indicator(Indicator indicator, Map<String, IndicatorPassport> known) {
    ReconciledIndicator reconciled = edition.reconciled().indicator(indicator.code());
    Actual actual = reconciled.actual();
    List<String> sides =
        Stream.of(indicator.numerator(), indicator.denominator())
            .flatMap(Stream::ofNullable)
            .map(IndicatorCode::value)
            .toList();
    List<MemberPassport> members =
        values.getOrDefault(indicator.code(), List.of()).stream()
            .map(value -> member(indicator, value))
            .toList();
    String value =
        actual == null || indicator.kind() == Kind.NARRATIVE
            ? null
            : DataTable.plain(IndicatorSheets.value(actual));
    String fraction = actual == null || sides.isEmpty() ? null : fraction(actual);
    String printing = printing(indicator);
    return new IndicatorPassport(
        indicator.code().value(),
        indicator.name(),
        indicator.project(),
        MESSAGES.text(
            "passport.place", "file", indicator.place().file(), "line", indicator.place().line()),
        indicator.unit().symbol(),
        indicator.kind().name(),
        MESSAGES.text("passport.rule." + indicator.kind().name()),
        printing,
        value,
        fraction,
        sides,
        members,
        origin(value, fraction, printing, members, sides, known),
        verdict(indicator, reconciled));
  }

  private static String fraction(Actual actual) {
    return DataTable.plain(actual.numerator()) + "∶" + DataTable.plain(actual.denominator());
  }

  private MemberPassport member(Indicator indicator, MemberValue value) {
    String code = indicator.code().value();
    String entity = value.entity().value();
    PassportRows.Cells cells = rows.cells(code, entity);
    return new MemberPassport(
        entity,
        FindingsFile.name(edition.round(), value.entity()),
        MESSAGES.text("passport.state." + value.state()),
        indicator.kind() == Kind.NARRATIVE ? null : DataTable.plain(value.value()),
        cells.all(),
        cells.counted(),
        cells.fingerprint(),
        rows.evidence(code, entity));
  }

  /// Over what the value rests on, and nothing else: not the verdict, not where it is printed.
  private static String origin(
      @Nullable String value,
      @Nullable String fraction,
      String printing,
      List<MemberPassport> members,
      List<String> sides,
      Map<String, IndicatorPassport> known) {
    StringBuilder text = new StringBuilder();
    text.append(value).append('\n').append(fraction).append('\n').append(printing).append('\n');
    for (MemberPassport member : members) {
      text.append(member.entity()).append(' ').append(member.state()).append(' ');
      text.append(member.value()).append(' ').append(member.fingerprint()).append('\n');
    }
    for (String side : sides) {
      IndicatorPassport passport = known.get(side);
      text.append(side).append(' ').append(passport == null ? "" : passport.origin()).append('\n');
    }
    return Sha256.of(text.toString()).hex();
  }

  private static String printing(Indicator indicator) {
    Printed printed = indicator.printed();
    BigDecimal step = printed.step();
    String scale = printed.scale().label();
    return MESSAGES.text(
        "passport.printing." + printed.qualifier().name(),
        "scale",
        scale.isEmpty() ? "" : MESSAGES.text("passport.scale", "scale", scale),
        "grain",
        step == null
            ? MESSAGES.text(
                printed.decimals() == 0 ? "passport.whole" : "passport.decimals",
                "decimals",
                printed.decimals())
            : MESSAGES.text(
                "passport.step",
                "step",
                String.valueOf(DataTable.plain(step)),
                "unit",
                indicator.unit().symbol()),
        "word",
        printed.qualifier().label());
  }

  private VerdictPassport verdict(Indicator indicator, ReconciledIndicator reconciled) {
    Target target = indicator.target();
    Margin margin = Margin.of(reconciled.actual(), target).orElse(null);
    return new VerdictPassport(
        reconciled.outcome().label(),
        target == null ? null : target(indicator, target),
        DataTable.plain(reconciled.margin()),
        margin == null || indicator.kind() != Kind.RATIO
            ? null
            : DataTable.plain(margin.numerator()) + "∶" + DataTable.plain(margin.denominator()),
        rows.withdrawals(indicator.code().value()));
  }

  private static String target(Indicator indicator, Target target) {
    String from = target.from() == null ? "" : DataTable.plain(target.from());
    String figure =
        target.value() == null
            ? ""
            : DataTable.plain(target.value())
                + (indicator.kind() == Kind.RATIO ? "" : indicator.unit().symbol());
    return MESSAGES.text(
        "passport.target",
        "target",
        from + target.comparator().sign() + figure,
        "firmness",
        MESSAGES.text("firmness." + target.firmness().name()));
  }
}
