package io.ropeway.service.account;

import java.util.List;
import java.util.Locale;

/**
 * One of the people to try the product with.
 *
 * @param login the name in lower case
 * @param name what others see
 * @param password everybody may know it
 */
public record DemoUser(String login, String name, String password) {

  /** All of them, the administrator first. */
  public static final List<DemoUser> ALL =
      List.of(named("Ada"), named("Bob"), named("Cyd"), named("Dan"));

  static DemoUser named(String name) {
    String login = name.toLowerCase(Locale.ROOT);
    return new DemoUser(login, name, login + "-demo");
  }
}
