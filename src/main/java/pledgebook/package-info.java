/// pledgebook sets what was promised against what was done, and prints only what the data bears
/// out.
@NullMarked
package pledgebook;

import org.jspecify.annotations.NullMarked;
