/// Floor 2: takes values and evidence out of the submissions in force and examines them.
@NullMarked
@ApplicationModule(allowedDependencies = {"warehouse", "registry", "submission"})
package pledgebook.observation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
