/** What the REST API and the HTTP guards answer, asked over real HTTP of the shipped WAR. */
package io.ropeway.it.rest;
