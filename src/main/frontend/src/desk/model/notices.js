/** What the viewer is told of conversations, the newest first, and how much of it is unread. */
export class Notices {
  unread = 0;

  #byId = new Map();

  get list() {
    return [...this.#byId.values()].sort(
      (one, other) => other.last_activity_at - one.last_activity_at || other.id - one.id,
    );
  }

  replace({ meta, payload }) {
    this.#byId = new Map(payload.map((notice) => [notice.id, notice]));
    this.unread = meta.unread_count;
  }

  /** An event's envelope. Of a conversation only the newest notice stays, as on the server. */
  put({ notification, unread_count: unread }) {
    for (const [id, { primary_actor_id: about }] of this.#byId) {
      if (id < notification.id && about === notification.primary_actor_id) this.#byId.delete(id);
    }
    this.#byId.set(notification.id, notification);
    this.unread = unread;
  }

  remove({ notification, unread_count: unread }) {
    this.#byId.delete(notification.id);
    this.unread = unread;
  }

  /** Nothing is told when all are read at once. */
  allRead(at) {
    for (const [id, notice] of this.#byId) {
      this.#byId.set(id, { ...notice, read_at: notice.read_at ?? at });
    }
    this.unread = 0;
  }
}
