/// Floor 1: signs bytes with a person's or an office's key, and tells who signed; the only place
/// that knows the cryptography library.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package pledgebook.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
