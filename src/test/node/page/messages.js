// Messages as the server writes them, for the tests of the page's modules.

export const ADA = { id: 1, name: 'Ada' };
export const BOB = { id: 2, name: 'Bob' };

/** A message of Bob's with an id; the minute it was written follows from the id. */
export function message(id, changes = {}) {
  const createdAt = new Date(Date.UTC(2025, 2, 3, 9, 0, 0) + id * 60_000).toISOString();
  return {
    id,
    room: 'general',
    text: `message ${id}`,
    sender: BOB,
    clientMessageId: null,
    createdAt,
    updatedAt: createdAt,
    edited: false,
    deleted: false,
    ...changes,
  };
}

/** Messages with the ids from one to another, both included. */
export function messages(from, to) {
  return Array.from({ length: to - from + 1 }, (_, at) => message(from + at));
}

export const ids = (list) => list.map(({ id }) => id);
