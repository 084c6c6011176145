/**
 * Users of the support desk as they see themselves: who they are in which accounts, whether they
 * want to be asked, and what their programs keep for them.
 */
@NullMarked
package io.ropeway.service.support.profile;

import org.jspecify.annotations.NullMarked;
