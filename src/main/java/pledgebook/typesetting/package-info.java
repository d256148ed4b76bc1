/// Floor 1: pages and Chinese line composition; the only place that knows the PDF library.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package pledgebook.typesetting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
