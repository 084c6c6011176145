package io.ropeway.it;

/**
 * The servers that tests share, each started when the first test asks for it and stopped with the
 * tests. Who uses one leaves it as it was.
 */
public final class Servers {

  private Servers() {}

  /** With the fixture channels, on the transport that ships as default. */
  public static ServerProcess main() {
    return Main.SERVER;
  }

  /** The same on the portable transport. */
  public static ServerProcess portable() {
    return Portable.SERVER;
  }

  private static final class Main {
    static final ServerProcess SERVER = ServerProcess.named("main").withFixtures().start();
  }

  private static final class Portable {
    static final ServerProcess SERVER =
        ServerProcess.named("portable")
            .withFixtures()
            .setting("ropeway.cable.fast-transport", false)
            .start();
  }
}
