/// Floor 2: receives a file, says whose it is and for when; keeps versions; writes the template.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "workbook", "warehouse", "registry"})
package pledgebook.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
