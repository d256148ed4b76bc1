package pledgebook.registry;

import java.util.List;

/// The definition of a round cannot be meant; holds every fault at once, in the order of the file.
public final class DefinitionRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<DefinitionFault> faults;

  /// @param faults at least one
  public DefinitionRefused(List<DefinitionFault> faults) {
    super(faults.size() + " faults");
    this.faults = List.copyOf(faults);
  }

  /// All faults, by file and line.
  public List<DefinitionFault> faults() {
    return faults;
  }
}
