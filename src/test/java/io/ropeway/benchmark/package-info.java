/**
 * The load benchmark: an NIO client of its own, a floor server to compare with, and the scenario
 * that runs both against a real server and prints the figures. Nothing here uses the server's code;
 * what is measured is a process behind a socket.
 */
package io.ropeway.benchmark;
