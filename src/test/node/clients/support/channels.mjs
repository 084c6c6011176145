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

export const STREAM = 'a';

export const CHAT = 'ChatRoomChannel';
