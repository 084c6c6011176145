/**
 * Microbenchmarks of what every message passes: codec, fan-out, registry. They measure the
 * product's classes alone, without sockets and without a server; {@link
 * io.ropeway.jmh.Microbenchmarks} runs them and prints time and allocation per operation.
 */
package io.ropeway.jmh;
