package pledgebook;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The habits of the house, with teeth.
class HouseRulesTests {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ProgramClasses::contains)
          .importPackages("pledgebook");

  /// Library and the one room that knows it.
  private static final Map<String, List<String>> WALLS =
      Map.ofEntries(
          Map.entry("org.apache.poi", List.of("workbook")),
          Map.entry("org.duckdb", List.of("warehouse")),
          Map.entry("java.sql", List.of("warehouse")),
          Map.entry("org.openpdf", List.of("typesetting")),
          Map.entry("org.apache.pdfbox", List.of("typesetting")),
          Map.entry("com.google.zxing", List.of("typesetting")),
          Map.entry("org.apache.fontbox", List.of("typesetting")),
          Map.entry("org.bouncycastle", List.of("signature")),
          Map.entry("org.yaml", List.of("registry")),
          Map.entry("com.networknt", List.of("registry")),
          Map.entry("tools.jackson", List.of("registry", "publication")),
          Map.entry("org.springframework.batch", List.of("job")),
          Map.entry("org.springframework.boot", List.of("job")),
          Map.entry("picocli", List.of("cli")));

  /// Rooms in which a number is a statistic, and so never a binary fraction.
  private static final String[] STATISTICAL_ROOMS =
      Stream.of(
              "vocabulary",
              "finding",
              "registry",
              "submission",
              "observation",
              "reconciliation",
              "statement",
              "warehouse")
          .map(room -> "pledgebook." + room)
          .toArray(String[]::new);

  @Test
  void eachLibraryIsKnownByOneRoom() {
    WALLS.forEach((library, rooms) ->
        noClasses()
            .that()
            .resideOutsideOfPackages(
                rooms.stream().map(room -> "pledgebook." + room).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library + "..")
            .check(CLASSES));
  }

  @Test
  void thereIsNoClockNoChanceAndNoDefaultLocale() {
    Set<String> forbidden =
        Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.lang.String.formatted",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset");
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "the clock, chance or a default of the machine",
                call ->
                    forbidden.contains(
                            call.getTargetOwner().getName() + "." + call.getTarget().getName())
                        || (call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getTarget().getName().equals("now"))))
        .check(CLASSES);
    noClasses().should().dependOnClassesThat().belongToAnyOf(Random.class).check(CLASSES);
  }

  @Test
  void aStatisticIsNeverABinaryFraction() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(STATISTICAL_ROOMS)
        .should()
        .haveRawType(describe("double or float", HouseRulesTests::isBinaryFraction))
        .check(CLASSES);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(STATISTICAL_ROOMS)
        .should()
        .haveRawReturnType(describe("double or float", HouseRulesTests::isBinaryFraction))
        .check(CLASSES);
  }

  private static boolean isBinaryFraction(JavaClass type) {
    return type.isEquivalentTo(double.class)
        || type.isEquivalentTo(float.class)
        || type.isEquivalentTo(Double.class)
        || type.isEquivalentTo(Float.class);
  }

  @Test
  void namesSaySomething() {
    Pattern empty =
        Pattern.compile(".*(Util|Utils|Helper|Manager|Service|Impl|DTO|Data|Info|Common)");
    noClasses()
        .should(be(describe("named so", type -> empty.matcher(type.getSimpleName()).matches())))
        .check(CLASSES);
  }

  /// Public is what another room uses, or what stands in the signature of something it uses.
  @Test
  void aTypeIsPublicOnlyIfAnotherRoomUsesIt() {
    Set<String> unused =
        CLASSES.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.getPackageName().equals("pledgebook"))
            .filter(type -> withNested(type).allMatch(t -> users(t, type).isEmpty()))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  private static Stream<JavaClass> withNested(JavaClass type) {
    return CLASSES.stream().filter(other -> outermost(other).equals(type));
  }

  private static Set<String> users(JavaClass type, JavaClass outermost) {
    return type.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .filter(user ->
            !user.getPackageName().equals(type.getPackageName())
                || user.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(user -> !outermost(user).equals(outermost))
        .map(JavaClass::getName)
        .collect(Collectors.toSet());
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseRulesTests::outermost).orElse(type);
  }
}
