package io.ropeway.protocol.actioncable;

/** Every word of the Action Cable wire (Rails: {@code ActionCable::INTERNAL}). */
final class Words {

  static final String V1_JSON = "actioncable-v1-json";
  static final String V1_EXT_JSON = "actioncable-v1-ext-json";
  static final String UNSUPPORTED = "actioncable-unsupported";

  static final String COMMAND = "command";
  static final String IDENTIFIER = "identifier";
  static final String DATA = "data";

  static final String SUBSCRIBE = "subscribe";
  static final String UNSUBSCRIBE = "unsubscribe";
  static final String MESSAGE = "message";
  static final String PING = "ping";
  static final String PONG = "pong";

  static final String WELCOME = "welcome";
  static final String CONFIRM = "confirm_subscription";
  static final String REJECT = "reject_subscription";
  static final String DISCONNECT = "disconnect";

  private Words() {}
}
