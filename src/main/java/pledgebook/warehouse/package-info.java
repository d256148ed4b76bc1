/// Floor 1: runs .sql files, appends rows, reads records; the only place that knows DuckDB.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package pledgebook.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
