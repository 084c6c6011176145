/** Chat rooms over the cable and the REST API together, on the shipped WAR. */
package io.ropeway.it.chat;
