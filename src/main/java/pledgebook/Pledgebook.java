package pledgebook;

import org.springframework.modulith.Modulithic;

/// The program.
@Modulithic(sharedModules = {"vocabulary", "finding"})
public final class Pledgebook {
  private Pledgebook() {}

  public static void main(String[] arguments) {
    System.out.println("x");
  }
}
