package pledgebook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version of the program: the release, and a hash over its sources, because an edition is a
/// function of the program too.
final class ProgramVersion implements IVersionProvider {
  /// Such as `0.1.0+3f2a90c1d4e5`.
  static String text() {
    Properties properties = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream("/program.properties")) {
      if (in == null) {
        throw new IllegalStateException("no program.properties");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String sources = properties.getProperty("sources", "").substring(0, 12);
    return properties.getProperty("version") + "+" + sources;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"pledgebook " + text()};
  }
}
