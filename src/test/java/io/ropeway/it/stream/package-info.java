/** The log of durable streams on the shipped WAR: erased, restored, and paged beside it. */
package io.ropeway.it.stream;
