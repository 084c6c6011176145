package io.ropeway.config;

/**
 * The order in which beans start: priorities of the observers of the application's initialisation,
 * lowest first. What does not stand here starts after {@link #DATA}.
 */
public final class StartOrder {

  /** Refuses to start with settings that would be unsafe. */
  public static final int CHECK = 100;

  /** Brings the tables to this release; before it nothing may read them. */
  public static final int SCHEMA = 200;

  /** Stores what must be there before the first client. */
  public static final int DATA = 300;

  private StartOrder() {}
}
