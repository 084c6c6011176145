/** The support desk as its clients see it, on the shipped WAR. */
package io.ropeway.it.support;
