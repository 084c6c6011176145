// What the widget of a website keeps, and how it makes that of what it is told.

/** A visitor's view: one conversation, and what is said in it by its number. */
export class WidgetStore {
  messages = new Map();
  conversation = {};
  agentTypes = false;
  agentsOnline = {};

  /** What an event does; those that are not here are ignored. */
  reducers = {
    'message.created': (message) => this.putMessage(message),
    'message.updated': (message) => this.putMessage(message),
    'conversation.status_changed': ({ id, status }) => {
      if (id === this.conversation.id) this.conversation = { ...this.conversation, status };
    },
    'conversation.typing_on': (data) => this.#typing(data, true),
    'conversation.typing_off': (data) => this.#typing(data, false),
    'presence.update': ({ users }) => {
      this.agentsOnline = users;
    },
  };

  texts() {
    return [...this.messages.values()].map(({ content }) => content);
  }

  /** Its own messages replace the one of the same text that is still on its way. */
  putMessage(message) {
    if (message.message_type === 0) {
      const draft = [...this.messages.values()].find(
        ({ status, content }) => status === 'in_progress' && content === message.content,
      );
      if (draft) this.messages.delete(draft.id);
    }
    this.messages.set(message.id, { ...this.messages.get(message.id), ...message });
  }

  /** The newest message that has a number; 0 if there is none. */
  lastMessage() {
    return Math.max(0, ...[...this.messages.keys()].filter(Number.isInteger));
  }

  #typing({ conversation, is_private }, types) {
    if (conversation.id === this.conversation.id && !is_private) this.agentTypes = types;
  }
}
