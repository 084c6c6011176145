import { h } from '../../dom/h.js';
import { icon } from '../../dom/icons.js';
import { ReplyField } from '../../thread/reply-field.js';

/** Where the agent answers, or leaves a note that the contact does not see. */
export class ReplyBox {
  #ui;
  #field;
  #note;
  #reply;
  #session = null;
  #desk;

  constructor({ ui, desk }) {
    this.#ui = ui;
    this.#desk = desk;
    const { t } = ui;
    this.#reply = radio(() => this.#turn());
    this.#note = radio(() => this.#turn());
    this.#reply.checked = true;
    this.#field = new ReplyField(ui, {
      typed: (text) => this.#typed(text),
      stopped: () => this.#session?.stoppedTyping(this.#inNote),
      sent: (text) => this.#sent(text),
    });
    this.element = h(
      'div',
      { class: 'reply-box' },
      h(
        'fieldset',
        { class: 'segments reply-kind' },
        h('legend', { class: 'unseen' }, t('reply.kind')),
        h(
          'div',
          { class: 'segment-row' },
          h('label', { class: 'segment' }, this.#reply, h('span', {}, t('reply.reply'))),
          h(
            'label',
            { class: 'segment' },
            this.#note,
            h('span', {}, icon('lock'), t('reply.note')),
          ),
        ),
      ),
      this.#field.element,
    );
  }

  /** Another conversation was opened; each keeps what was begun in it. */
  opened() {
    if (this.#session === this.#desk.open) return;
    this.#session?.stoppedTyping(this.#inNote);
    this.#session = this.#desk.open;
    const { content, inNote } = this.#session?.draft ?? { content: '', inNote: false };
    this.#field.value = content;
    this.#note.checked = inNote;
    this.#reply.checked = !inNote;
  }

  update(name) {
    this.element.classList.toggle('in-note', this.#inNote);
    const { t } = this.#ui;
    this.#field.label(this.#inNote ? t('reply.noteLabel') : t('reply.label', { name }));
  }

  focus() {
    this.#field.focus();
  }

  close() {
    this.#session?.stoppedTyping(this.#inNote);
    this.#field.close();
  }

  get #inNote() {
    return this.#note.checked;
  }

  /** Who typed an answer does not do so any more: what is told of a note is told to fewer. */
  #turn() {
    if (!this.#session) return;
    this.#session.stoppedTyping(!this.#inNote);
    this.#session.draft.inNote = this.#inNote;
    this.#session.emit('changed');
  }

  #typed(text) {
    if (!this.#session) return;
    this.#session.draft.content = text;
    this.#session.typed(text, this.#inNote);
  }

  #sent(text) {
    if (!this.#session) return;
    this.#session.draft.content = '';
    this.#session.say(text, this.#inNote);
  }
}

function radio(changed) {
  return h('input', { type: 'radio', name: 'reply-kind', on: { change: changed } });
}
