/// Floor 2: sets observations against targets.
@NullMarked
@ApplicationModule(allowedDependencies = {"warehouse", "registry", "observation"})
package pledgebook.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
