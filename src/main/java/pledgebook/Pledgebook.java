package pledgebook;

import org.springframework.modulith.Modulithic;
import pledgebook.cli.Door;

/// The program: sets what was promised against what was done.
@Modulithic(sharedModules = {"vocabulary", "finding"})
public final class Pledgebook {
  private Pledgebook() {}

  /// Runs the command of the arguments and ends the process with its exit status.
  public static void main(String[] arguments) {
    System.exit(Door.enter(arguments));
  }
}
