/// Floor 0: what a rule has to say about data, and how we say that we ourselves failed.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package pledgebook.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
