package pledgebook.reconciliation;

import java.util.List;
import pledgebook.vocabulary.EntityCode;

/// Who had to report and who did, in customary order.
public record Coverage(List<EntityCode> required, List<EntityCode> reported) {
  public Coverage {
    required = List.copyOf(required);
    reported = List.copyOf(reported);
  }

  /// Those that had to and did not.
  public List<EntityCode> missing() {
    return required.stream().filter(e -> !reported.contains(e)).toList();
  }
}
