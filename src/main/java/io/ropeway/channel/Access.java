package io.ropeway.channel;

/** Who may try to subscribe to a channel; the channel itself decides about those. */
public enum Access {
  /** Only connections that presented a valid credential. */
  AUTHENTICATED,
  /** Also anonymous connections: the channel is public, or its identifier carries a credential. */
  PUBLIC
}
