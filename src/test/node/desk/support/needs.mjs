// What programs read of events; one that lacks it, or has it otherwise, makes them show something
// wrong, or stumble.

const CONVERSATION = {
  account_id: 'number',
  id: 'number',
  inbox_id: 'number',
  status: 'string',
  messages: 'array',
  labels: 'array',
  'meta.sender.id': 'number',
  'meta.sender.name': 'string',
  'meta.sender.thumbnail': 'string',
  last_activity_at: 'number',
  created_at: 'number',
  timestamp: 'number',
  updated_at: 'number',
  unread_count: 'number',
  additional_attributes: 'object',
};

const MESSAGE = {
  account_id: 'number',
  id: 'number',
  conversation_id: 'number',
  message_type: 'number',
  created_at: 'number',
  'conversation.unread_count': 'number',
  'conversation.last_activity_at': 'number',
};

const TYPING = {
  account_id: 'number',
  'conversation.id': 'number',
  'user.id': 'number',
  'user.type': 'string',
  'user.name': 'string',
  is_private: 'boolean',
};

const NOTIFICATION = {
  account_id: 'number',
  'notification.id': 'number',
  unread_count: 'number',
  count: 'number',
};

/** By event, for who answers at a desk. */
const NEEDS = {
  'message.created': MESSAGE,
  'message.updated': MESSAGE,
  'conversation.created': CONVERSATION,
  'conversation.updated': CONVERSATION,
  'conversation.status_changed': CONVERSATION,
  'conversation.read': CONVERSATION,
  'assignee.changed': CONVERSATION,
  'team.changed': CONVERSATION,
  'conversation.typing_on': TYPING,
  'conversation.typing_off': TYPING,
  'contact.created': { account_id: 'number', id: 'number' },
  'contact.updated': { account_id: 'number', id: 'number' },
  'presence.update': { account_id: 'number', users: 'object', contacts: 'object' },
  'notification.created': {
    ...NOTIFICATION,
    'notification.primary_actor.id': 'number',
    'notification.primary_actor.meta.sender.id': 'number',
  },
  'notification.updated': NOTIFICATION,
  'notification.deleted': NOTIFICATION,
};

const kindOf = (value) => {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'array' : typeof value;
};

/** Says what is missing or wrong in an event, a line each. */
export function complaints({ event, data }) {
  return Object.entries(NEEDS[event] ?? {}).flatMap(([path, kind]) => {
    const found = kindOf(path.split('.').reduce((object, key) => object?.[key], data));
    return found === kind ? [] : [`${event}: ${path} is ${found}, not ${kind}`];
  });
}
