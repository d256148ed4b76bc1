package pledgebook;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.net.URISyntaxException;

/// The classes of the program, known by lying where [Pledgebook] does: whichever way they were
/// compiled, the tests lie elsewhere.
final class ProgramClasses {
  private ProgramClasses() {}

  /// Where they lie, as a path that ends in a slash.
  private static String place() {
    try {
      URI folder = Pledgebook.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return folder.getPath();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static boolean contains(Location location) {
    return location.contains(place());
  }

  /// Everything that is not the program.
  static DescribedPredicate<JavaClass> others() {
    return DescribedPredicate.describe(
        "not of the program",
        type ->
            type.getSource().map(source -> !contains(Location.of(source.getUri()))).orElse(false));
  }
}
