/// Floor 1: a spreadsheet as a stream of rows and back; the only place that knows the Excel
/// libraries.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package pledgebook.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
