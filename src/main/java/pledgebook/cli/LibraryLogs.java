package pledgebook.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.spi.SLF4JServiceProvider;

/// What libraries have to say would stand between the lines of a command, and break its JSON.
final class LibraryLogs {
  private static final String PROVIDER = "slf4j.provider";

  private LibraryLogs() {}

  /// Takes all logging away, and the time it takes to set it up; before any library logs.
  static void silence() {
    Class<? extends SLF4JServiceProvider> none = NOP_FallbackServiceProvider.class;
    System.setProperty(PROVIDER, none.getName());
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  /// Gives a run the logging it needs, silent until it opens its log file.
  static void ofRun() {
    System.clearProperty(PROVIDER);
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.OFF);
    }
  }
}
