package pledgebook.publication;

import java.util.function.Supplier;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.registry.DefinitionPlace;
import pledgebook.typesetting.Galley;

/// Words that come from a definition, while they are composed: a fault of theirs is told with file
/// and line.
final class Wording {
  private Wording() {}

  /// Composes words that stand at a place. A fault that names a nearer place keeps it.
  ///
  /// @throws Failure as the composing throws it, its message ending with the place
  static <T> T at(DefinitionPlace place, Supplier<T> composing) {
    try {
      return composing.get();
    } catch (Failure failure) {
      throw placed(failure, "fault-place", place);
    }
  }

  /// The same for what begins at a place and goes on below it, as a project does.
  static <T> T from(DefinitionPlace place, Supplier<T> composing) {
    try {
      return composing.get();
    } catch (Failure failure) {
      throw placed(failure, "fault-place.from", place);
    }
  }

  /// The same for what gives nothing back.
  ///
  /// @see #at(DefinitionPlace, Supplier)
  static void at(DefinitionPlace place, Runnable composing) {
    at(place, nothing(composing));
  }

  /// The same for what gives nothing back.
  ///
  /// @see #from(DefinitionPlace, Supplier)
  static void from(DefinitionPlace place, Runnable composing) {
    from(place, nothing(composing));
  }

  private static Supplier<Boolean> nothing(Runnable composing) {
    return () -> {
      composing.run();
      return true;
    };
  }

  private static Failure placed(Failure failure, String key, DefinitionPlace place) {
    boolean ours = failure.exitStatus() != ExitStatus.USAGE;
    if (ours || failure.getCause() instanceof Failure) {
      return failure;
    }
    return new Failure(
        failure.code(), failure.exitStatus(), failure.getMessage() + told(key, place), failure);
  }

  /// File and line in brackets, to stand behind a word.
  static String told(DefinitionPlace place) {
    return told("fault-place", place);
  }

  private static String told(String key, DefinitionPlace place) {
    return PublicationFailures.MESSAGES.text(key, "file", place.file(), "line", place.line());
  }

  /// What does not fit, and why: a word or number too wide for its line is named, or the whole is
  /// too much.
  ///
  /// @param galleys in the last arrangement that was tried
  static Failure overflow(Iterable<Galley> galleys, String tooMuch) {
    for (Galley galley : galleys) {
      if (!galley.keepsToMeasure()) {
        return unbreakable(galley);
      }
    }
    return new Failure("publication.overflow", ExitStatus.USAGE, tooMuch);
  }

  /// A word or number that is wider than its line.
  static Failure unbreakable(Galley galley) {
    return new Failure(
        "publication.overflow",
        ExitStatus.USAGE,
        PublicationFailures.MESSAGES.text("overflow.unbreakable", "text", galley.widest().strip()));
  }
}
