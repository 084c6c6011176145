// What the dashboard keeps, and how it makes that of what it is told.

/** An agent's view of an account, beside a page's other state. */
export class DashboardStore {
  conversations = new Map();
  contacts = new Map();
  contactsOnline = {};
  usersOnline = {};
  typing = new Map();
  notifications = new Map();
  unreadCount = 0;
  cacheKeys = {};

  /** What an event does; those that are not here are ignored. */
  reducers = {
    'message.created': (message) => this.#message(message),
    'message.updated': (message) => this.#message(message),
    'conversation.created': (conversation) => this.putConversation(conversation),
    'conversation.updated': (conversation) => this.putConversation(conversation),
    'conversation.status_changed': (conversation) => this.putConversation(conversation),
    'conversation.read': (conversation) => this.putConversation(conversation),
    'assignee.changed': (conversation) => this.putConversation(conversation),
    'team.changed': (conversation) => this.putConversation(conversation),
    'conversation.contact_changed': ({ id, meta }) => {
      const known = this.conversations.get(id);
      if (known) known.meta.sender = meta.sender;
    },
    'conversation.typing_on': ({ conversation, user }) =>
      this.typing.set(conversation.id, [...this.#typistsBut(conversation.id, user), user]),
    'conversation.typing_off': ({ conversation, user }) =>
      this.typing.set(conversation.id, this.#typistsBut(conversation.id, user)),
    'contact.updated': (contact) => this.contacts.set(contact.id, contact),
    'contact.deleted': ({ id }) => this.contacts.delete(id),
    'presence.update': ({ users, contacts }) => {
      this.usersOnline = users;
      this.contactsOnline = contacts;
    },
    'notification.created': (envelope) => this.#notification(envelope),
    'notification.updated': (envelope) => this.#notification(envelope),
    'notification.deleted': ({ notification, unread_count }) => {
      this.notifications.delete(notification.id);
      this.unreadCount = unread_count;
    },
    'account.cache_invalidated': ({ cache_keys }) => {
      this.cacheKeys = cache_keys;
    },
  };

  texts(conversation) {
    const { messages } = this.conversations.get(conversation) ?? { messages: [] };
    return messages
      .filter(({ message_type }) => message_type !== 2)
      .sort((one, other) => one.created_at - other.created_at || one.id - other.id)
      .map(({ content }) => content);
  }

  /** What is older than what it holds is dropped; messages come on their own. */
  putConversation(conversation) {
    const known = this.conversations.get(conversation.id);
    if (known && conversation.updated_at < known.updated_at) return;
    const { messages, ...others } = conversation;
    if (conversation.meta.sender)
      this.contacts.set(conversation.meta.sender.id, others.meta.sender);
    this.conversations.set(conversation.id, known ? { ...known, ...others } : { ...conversation });
  }

  putMessage(message) {
    const known = this.conversations.get(message.conversation_id);
    if (!known) return;
    const same = ({ id, echo_id }) => id === message.id || (echo_id && id === message.echo_id);
    const index = known.messages.findIndex(same);
    known.messages = known.messages.slice();
    known.messages.splice(index < 0 ? known.messages.length : index, index < 0 ? 0 : 1, message);
  }

  /** The newest message that is known of a conversation, by its number; 0 if there is none. */
  lastMessage(conversation) {
    const ids = this.conversations.get(conversation).messages.map(({ id }) => id);
    return Math.max(0, ...ids.filter(Number.isInteger));
  }

  #message(message) {
    const { last_activity_at, unread_count } = message.conversation; // stumbles without it
    this.putMessage(message);
    const known = this.conversations.get(message.conversation_id);
    if (known) Object.assign(known, { last_activity_at, unread_count });
  }

  #typistsBut(conversation, user) {
    const typists = this.typing.get(conversation) ?? [];
    return typists.filter(({ id, type }) => id !== user.id || type !== user.type);
  }

  #notification({ notification, unread_count }) {
    this.notifications.set(notification.id, notification);
    this.unreadCount = unread_count;
  }
}
