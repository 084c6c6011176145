/** Who used special rights for what: noted with the deed, and shown to administrators. */
@NullMarked
package io.ropeway.service.audit;

import org.jspecify.annotations.NullMarked;
