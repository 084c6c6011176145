package io.ropeway.protocol.actioncable;

/** Every word of the Action Cable wire (Rails: {@code ActionCable::INTERNAL}; AnyCable 1.6). */
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
  static final String HISTORY = "history";
  static final String SINCE = "since";
  static final String STREAMS = "streams";
  static final String OFFSET = "offset";
  static final String EPOCH = "epoch";
  static final String WHISPER = "whisper";
  static final String PRESENCE = "presence";
  static final String JOIN = "join";
  static final String LEAVE = "leave";
  static final String ID = "id";
  static final String INFO = "info";
  static final String RETURN_RECORDS = "return_records";
  static final String PING = "ping";
  static final String PONG = "pong";

  static final String WELCOME = "welcome";
  static final String CONFIRM = "confirm_subscription";
  static final String REJECT = "reject_subscription";
  static final String CONFIRM_HISTORY = "confirm_history";
  static final String REJECT_HISTORY = "reject_history";
  static final String DISCONNECT = "disconnect";

  private Words() {}
}
