/** The conversation that a page address names after its `#`, or null: `#/conversations/12`. */
export function conversationInHash(hash) {
  const match = /^#\/conversations\/(\d{1,15})$/.exec(hash);
  return match ? Number(match[1]) : null;
}

/** The page address of a conversation. */
export function hashOfConversation(id) {
  return `#/conversations/${id}`;
}
