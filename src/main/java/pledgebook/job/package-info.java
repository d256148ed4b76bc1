/// Floor 3: the sentences of a run; the only place that knows Spring Batch.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "workbook",
      "typesetting",
      "warehouse",
      "registry",
      "submission",
      "observation",
      "reconciliation",
      "statement",
      "publication"
    })
package pledgebook.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
