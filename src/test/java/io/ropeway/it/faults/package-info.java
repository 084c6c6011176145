/**
 * What becomes of messages when a part of the house breaks. A {@link io.ropeway.it.faults.Crowd} of
 * clients talks and listens meanwhile; each keeps a {@link io.ropeway.it.faults.Diary} of what
 * reached its socket, repeats and all, which {@link io.ropeway.it.faults.Verdict} compares with the
 * table.
 */
package io.ropeway.it.faults;
