/** How far each of the others has read in a room. */
export class ReadMarks {
  #byUser = new Map();

  read(user, messageId) {
    const known = this.#byUser.get(String(user.id));
    if (known && known.messageId >= messageId) return;
    this.#byUser.set(String(user.id), { user, messageId });
  }

  /**
   * Who has read up to which of the given messages, by message id: everyone stands at the last
   * message they read, and not at one they wrote themselves.
   */
  placedOn(messages, meId) {
    const placed = new Map();
    for (const { user, messageId } of this.#byUser.values()) {
      if (String(user.id) === String(meId)) continue;
      const message = lastUpTo(messages, messageId);
      if (!message || String(message.sender.id) === String(user.id)) continue;
      placed.set(message.id, [...(placed.get(message.id) ?? []), user]);
    }
    return placed;
  }
}

function lastUpTo(messages, id) {
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    if (messages[at].id <= id) return messages[at];
  }
  return null;
}
