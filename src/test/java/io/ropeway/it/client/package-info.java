/**
 * Clients for tests: one that speaks Action Cable over the JDK's WebSocket, and one that writes
 * bytes to a socket of its own, for what no proper client would send. They know the wire and
 * nothing of the server's code.
 */
package io.ropeway.it.client;
