/// Floor 2: composes what is said; pure values, no page; a figure knows its passport.
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "reconciliation"})
package pledgebook.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
