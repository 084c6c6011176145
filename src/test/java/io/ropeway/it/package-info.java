/**
 * Integration tests: the shipped WAR on the real server with a real PostgreSQL, and what starts and
 * stops these. Servers are expensive, so {@link io.ropeway.it.Servers} shares them; a test that
 * stops, kills or overloads a server starts one of its own.
 */
package io.ropeway.it;
