/**
 * Action Cable against the deployed WAR, over real sockets: the scenarios of the public suites, the
 * rules of this server, its limits, and what bad clients do. Tests see the wire alone.
 */
package io.ropeway.it.cable;
