/// Floor 3: the door: the commands.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "workbook",
      "typesetting",
      "signature",
      "warehouse",
      "registry",
      "submission",
      "observation",
      "reconciliation",
      "statement",
      "publication",
      "job"
    })
package pledgebook.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
