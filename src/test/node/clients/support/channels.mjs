// Channels that the server under test has for these tests, beside its own.

const fixture = (name) => `Anyt::TestChannels::${name}`;

/** Action `echo {text}` transmits `{response}`. */
export const ECHO = fixture('SubscriptionPerformMethodsChannel');

/** Rejects everyone. */
export const REJECTING = fixture('SubscriptionAknowledgementRejectorChannel');

/** Both follow stream `a`. */
export const FOLLOWING = fixture('SingleStreamChannel');
export const ALSO_FOLLOWING = fixture('BroadcastDataToStreamChannel');

/** Follows stream `a`; action `speak {msg}` broadcasts `{text}` there. */
export const SPEAKING = fixture('BroadcastDataFromChannelChannel');

/** Follows the durable stream `history_<of>`. */
export const HISTORY = fixture('HistoryChannel');

/** Follows stream `a`, and lets its followers whisper. */
export const WHISPERING = fixture('WhisperChannel');

/** Follows the stream of the parameter `of`, and lets its followers be present there. */
export const PRESENCE = fixture('PresenceChannel');

/** Confirms everybody. */
export const ANYBODY = fixture('SubscriptionAknowledgementChannel');

export const STREAM = 'a';

export const CHAT = 'ChatRoomChannel';
