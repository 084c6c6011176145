import { ROOM_LIMIT } from '../model/text-limit.js';
import { ReplyField } from '../thread/reply-field.js';

/** Where one writes in the open room, which keeps what was begun in it. */
export class Composer {
  #ui;
  #chat;
  #field;
  #session = null;

  constructor({ ui, chat, editLast }) {
    this.#ui = ui;
    this.#chat = chat;
    this.#field = new ReplyField(
      ui,
      {
        typed: (text) => this.#typed(text),
        stopped: () => this.#session?.stoppedTyping(),
        sent: (text) => this.#sent(text),
        up: editLast,
      },
      ROOM_LIMIT,
    );
    this.element = this.#field.element;
  }

  opened() {
    this.#session?.stoppedTyping();
    this.#session = this.#chat.open;
    this.#field.value = this.#session?.room.draft ?? '';
  }

  update() {
    if (this.#session !== this.#chat.open) this.opened();
    const room = this.#session?.room;
    if (!room) return;
    const { t } = this.#ui;
    this.#field.label(
      t('composer.label', { room: room.name }),
      t('composer.placeholder', { room: room.name }),
    );
  }

  focus() {
    this.#field.focus();
  }

  close() {
    this.#field.close();
  }

  #typed(text) {
    if (!this.#session) return;
    this.#session.room.draft = text;
    this.#session.typed(text);
  }

  #sent(text) {
    if (!this.#session) return;
    this.#session.room.draft = '';
    this.#session.speak(text);
  }
}
