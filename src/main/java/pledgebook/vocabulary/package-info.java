/// Floor 0: the words every room uses, as values.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package pledgebook.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
