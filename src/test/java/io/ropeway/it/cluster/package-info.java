/** Two nodes, a broker and a database: what a client of one sees, a client of the other sees. */
package io.ropeway.it.cluster;
