/// Floor 2: lays out the booklet, the spreadsheets and the data; seals the edition.
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
      "statement"
    })
package pledgebook.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
