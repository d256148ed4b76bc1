/// Floor 1: what happened to a round and can no longer be denied: an append-only log whose lines
/// hang together by hashes, and proofs that a thing belongs to what a hash stands for.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package pledgebook.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
