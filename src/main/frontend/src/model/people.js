/** The members and visitors of a room, and who of them is online. */
export class People {
  #byId = new Map();

  replace(members) {
    this.#byId = new Map(members.map((member) => [String(member.id), { ...member }]));
  }

  /** Someone became a member; whether they are online shows once they come in. */
  add(user) {
    this.#byId.set(String(user.id), {
      id: user.id,
      name: user.name,
      role: 'member',
      online: false,
    });
  }

  joined(user) {
    const known = this.#byId.get(String(user.id));
    this.#byId.set(String(user.id), { role: null, ...known, ...user, online: true });
  }

  left(user) {
    const known = this.#byId.get(String(user.id));
    if (known) this.#byId.set(String(user.id), { ...known, online: false });
  }

  find(id) {
    return this.#byId.get(String(id));
  }

  get online() {
    return this.#sorted((person) => person.online);
  }

  get away() {
    return this.#sorted((person) => !person.online);
  }

  get all() {
    return [...this.#byId.values()];
  }

  #sorted(wanted) {
    return this.all.filter(wanted).sort((one, other) => one.name.localeCompare(other.name));
  }
}
