/** The kinds of messages on the wire. */
export const INCOMING = 0;
export const OUTGOING = 1;
export const ACTIVITY = 2;

/** Whether the account says it, by a person or by itself. */
export function isOutgoing({ message_type: type }) {
  return type !== INCOMING && type !== ACTIVITY;
}

/** A name for who said something that is different for users and contacts of one number. */
export function senderKey({ sender }) {
  return sender ? `${sender.type}:${sender.id}` : 'nobody';
}
