/// Floor 1: the round as data: projects, indicators, forms, targets, entities, regions.
@NullMarked
@ApplicationModule(allowedDependencies = {"warehouse"})
package pledgebook.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
