package io.ropeway.it.support;

import java.util.function.Function;

/**
 * An operation of the API and who may call it.
 *
 * @param address the method and the path as the API's description has them
 * @param body what is sent, made anew for each call
 */
record Operation(String address, Policy policy, Function<Office, String> body) {

  private static final String ACCOUNT = "/api/v1/accounts/{account}";
  private static final String SESSION = "/public/api/v1/inboxes/{inbox}/contacts/{source}";

  static Operation of(String address, Policy policy) {
    return of(address, policy, "{}");
  }

  static Operation of(String address, Policy policy, String body) {
    return of(address, policy, office -> body);
  }

  /** In an address, {@code ~} stands for an account, and {@code ^} for a contact's session. */
  static Operation of(String address, Policy policy, Function<Office, String> body) {
    return new Operation(address.replace("~", ACCOUNT).replace("^", SESSION), policy, body);
  }

  String method() {
    return address.substring(0, address.indexOf(' '));
  }

  String path() {
    return address.substring(address.indexOf(' ') + 1);
  }

  boolean changesNothing() {
    return method().equals("GET") && !path().endsWith("/toggle_status");
  }

  /** Whether it names something of an account by its id. */
  boolean namesSomethingOfAnAccount() {
    return path().startsWith(ACCOUNT) && path().contains("{id}");
  }
}
