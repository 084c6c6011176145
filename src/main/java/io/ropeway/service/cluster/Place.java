package io.ropeway.service.cluster;

/** Where somebody is or was. */
record Place(String room, String who) {}
