package io.ropeway.service.support.seed;

/**
 * A user of an account, who is known by the login.
 *
 * @param login in lower case; an e-mail address where the programs of support desks want one
 * @param password of one who is new; nobody's is changed
 * @param role {@code agent} or {@code administrator}, in the account
 * @param admin whether one who is new administers the server, too
 */
record SeedUser(String login, String name, String password, String role, boolean admin) {

  /** Not the password. */
  @Override
  public String toString() {
    return login;
  }
}
