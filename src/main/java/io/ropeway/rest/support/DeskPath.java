package io.ropeway.rest.support;

/** The addresses of the desk, which Chatwoot 4.9 has given out. */
final class DeskPath {

  /** What an id looks like; anything else is no address. */
  static final String ID = "\\d{1,18}";

  /** Everything of one account. */
  static final String ACCOUNT = "/v1/accounts/{account: " + ID + "}";

  /** Everything of one conversation, by the number that clients call it. */
  static final String CONVERSATION = ACCOUNT + "/conversations/{id: " + ID + "}";

  /** Everything that contacts reach by the name of an inbox. */
  static final String PUBLIC_INBOX = "/public/api/v1/inboxes/{inbox}";

  /** Everything of one contact, by what the inbox calls it. */
  static final String PUBLIC_CONTACT = PUBLIC_INBOX + "/contacts/{source}";

  /** Everything that the widget of a website asks. */
  static final String WIDGET = "/v1/widget";

  private DeskPath() {}
}
