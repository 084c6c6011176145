// What the mobile app keeps, and how it makes that of what it is told; all in camel case.

const TYPING_ENDS = 30_000;

/** An agent's view of an account: conversations with their messages, typists, notifications. */
export class MobileStore {
  conversations = new Map();
  contacts = new Map();
  notifications = [];
  unreadCount = 0;
  availability;

  /** Who types: only the latest conversation keeps its typists. */
  typing = {};

  #me;
  #typingTimers = new Map();

  constructor(me) {
    this.#me = me;
  }

  /** What an event does; those that are not here are ignored. */
  reducers = {
    'message.created': (message) => this.putMessage(message),
    'message.updated': (message) => this.putMessage(message),
    'conversation.created': (conversation) => this.putConversation(conversation),
    'conversation.updated': (conversation) => this.putConversation(conversation),
    'conversation.status_changed': (conversation) => this.putConversation(conversation),
    'conversation.read': (conversation) => this.putConversation(conversation),
    'assignee.changed': (conversation) => this.putConversation(conversation),
    'conversation.typing_on': ({ conversation, user }) => this.#typist(conversation.id, user),
    'conversation.typing_off': ({ conversation, user }) => this.#endTyping(conversation.id, user),
    'contact.updated': (contact) => this.contacts.set(contact.id, contact),
    'notification.created': ({ notification, unreadCount }) => {
      const { sender } = notification.primaryActor.meta;
      this.contacts.set(sender.id, sender);
      this.notifications = [notification, ...this.notifications];
      this.unreadCount = unreadCount;
    },
    'notification.deleted': ({ notification, unreadCount }) => {
      this.notifications = this.notifications.filter(({ id }) => id !== notification.id);
      this.unreadCount = unreadCount;
    },
    'presence.update': ({ users, contacts }) => {
      for (const contact of this.contacts.values()) {
        contact.availabilityStatus = contacts[contact.id] ?? 'offline';
      }
      this.availability = users[this.#me] ?? this.availability;
    },
  };

  /** The texts of a conversation's messages as it is shown, without what the desk itself says. */
  texts(conversation) {
    const { messages } = this.conversations.get(conversation) ?? { messages: [] };
    return messages
      .filter(({ messageType }) => messageType !== 2)
      .sort((one, other) => one.createdAt - other.createdAt || one.id - other.id)
      .map(({ content }) => content);
  }

  /** A conversation that is not known yet is ignored, and with it what is said there. */
  putMessage(message) {
    const known = this.conversations.get(message.conversationId);
    if (!known) return;
    const same = ({ id }) => id === message.id || id === message.echoId;
    const index = known.messages.findIndex(same);
    known.messages = known.messages.slice();
    known.messages.splice(index < 0 ? known.messages.length : index, index < 0 ? 0 : 1, message);
    if (message.conversation) {
      known.unreadCount = message.conversation.unreadCount;
      known.lastActivityAt = message.conversation.lastActivityAt;
    }
  }

  /** All members are taken over, but the messages of one that is known. */
  putConversation(conversation) {
    const known = this.conversations.get(conversation.id);
    const { messages, ...others } = conversation;
    this.conversations.set(conversation.id, known ? { ...known, ...others } : conversation);
  }

  /** Ends what is still timed. */
  close() {
    for (const timer of this.#typingTimers.values()) clearTimeout(timer);
  }

  #typist(conversation, user) {
    const others = (this.typing[conversation] ?? []).filter(({ id }) => id !== user.id);
    this.typing = { [conversation]: [...others, user] };
    clearTimeout(this.#typingTimers.get(conversation));
    const timer = setTimeout(() => this.#endTyping(conversation, user), TYPING_ENDS);
    this.#typingTimers.set(conversation, timer.unref());
  }

  #endTyping(conversation, user) {
    const left = (this.typing[conversation] ?? []).filter(({ id }) => id !== user.id);
    this.typing = { ...this.typing, [conversation]: left };
  }
}
