/**
 * What the support desk's clients see of its things, as JSON: shapes of Chatwoot 4.9, for events
 * and for REST. Pure functions of what was read; nothing here asks the database or publishes.
 */
@NullMarked
package io.ropeway.service.support.body;

import org.jspecify.annotations.NullMarked;
