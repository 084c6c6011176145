import { onceAFrame } from '../../dom/frame.js';
import { h, setAttribute, setText } from '../../dom/h.js';
import { senderKey } from '../../thread/kinds.js';
import { ReplyField } from '../../thread/reply-field.js';
import { ThreadLog } from '../../thread/thread-log.js';
import { Announcer } from '../../view/announcer.js';
import { ConnectionBanner } from '../../view/connection-banner.js';
import { sentenceFor } from '../../view/errors.js';
import { Toast } from '../../view/toast.js';
import { TypingLine } from '../../view/typing-line.js';
import { tellHost } from '../host.js';
import { WidgetHead } from './widget-head.js';

/** What a website's visitor sees: the conversation, and the field to write in. */
export class WidgetPage {
  #ui;
  #visit;
  #head;
  #log;
  #greeting = h('p', { class: 'greeting' });
  #over;
  #typing;
  #banner;
  #field;
  #announcer;
  #toast;
  #unread = 0;
  #ended = new AbortController();
  #unsubscribe = [];

  constructor({ ui, visit }) {
    this.#ui = ui;
    this.#visit = visit;
    const { t } = ui;
    this.#announcer = new Announcer(ui, visit);
    this.#toast = new Toast(ui);
    this.#head = new WidgetHead({ ui, visit });
    this.#log = new ThreadLog({
      ui,
      me: { id: `contact:${visit.me.id}`, name: t('widget.you') },
      nameOf: (message) => this.#nameOf(message),
      tell: (sentence) => this.#toast.show(sentence),
      leave: () => this.#field.focus(),
    });
    this.#typing = new TypingLine({ ui, names: () => this.#typists() });
    this.#banner = new ConnectionBanner({ ui, chat: visit });
    this.#field = new ReplyField(ui, {
      typed: (text) => this.#typed(text),
      stopped: () => this.#visit.open.stoppedTyping(false),
      sent: (text) => this.#sent(text),
    });
    this.#over = h(
      'div',
      { class: 'over', hidden: true },
      h('p', {}, t('widget.over')),
      h(
        'button',
        { class: 'button primary', type: 'button', on: { click: () => visit.beginAgain() } },
        t('widget.again'),
      ),
    );
    this.element = h(
      'main',
      { class: 'room widget' },
      this.#head.element,
      this.#greeting,
      this.#log.element,
      h(
        'div',
        { class: 'foot' },
        this.#typing.element,
        this.#banner.element,
        this.#over,
        this.#field.element,
      ),
      this.#announcer.element,
      this.#toast.element,
    );
  }

  shown() {
    const update = onceAFrame(() => this.#update());
    this.#unsubscribe = [
      this.#visit.on('thread', update),
      this.#visit.on('presence', update),
      this.#visit.on('open', () => this.#opened()),
      this.#visit.on('connection', () => this.#connectionChanged()),
      this.#visit.on('arrived', (message) => this.#arrived(message)),
      this.#visit.on('refused', (error) => this.#toast.show(sentenceFor(error, this.#ui.t))),
    ];
    addEventListener('focus', () => this.#looked(), { signal: this.#ended.signal });
    document.title = this.#visit.website.welcome_title || this.#ui.t('widget.title');
    this.#opened();
    this.#connectionChanged();
  }

  close() {
    this.#ended.abort();
    for (const end of this.#unsubscribe) end();
    this.#log.close();
    this.#typing.close();
    this.#field.close();
  }

  #opened() {
    this.#log.opened(this.#visit.open);
    this.#field.value = this.#visit.open.draft.content;
    this.#update();
  }

  #update() {
    const { t } = this.#ui;
    const { thread } = this.#visit.open;
    this.#head.update();
    const { welcome_tagline: tagline } = this.#visit.website;
    const quiet = thread.messages.length === 0 && thread.waiting.length === 0;
    this.#greeting.hidden = !quiet || !thread.loaded;
    setText(this.#greeting, tagline || t('widget.greeting'));
    this.#log.update(t('widget.messages'));
    this.#typing.update();
    this.#over.hidden = !this.#visit.isOver;
    this.#field.element.hidden = this.#visit.isOver;
    this.#field.label(t('widget.write'));
  }

  #connectionChanged() {
    this.#banner.update();
    this.#announcer.connectionChanged();
    setAttribute(this.element, 'data-state', this.#visit.cable.state);
  }

  #typists() {
    return this.#visit.open.typists.names(`contact:${this.#visit.me.id}`, Date.now());
  }

  #nameOf({ sender }) {
    const { t } = this.#ui;
    if (sender?.type === 'contact') return t('widget.you');
    return sender?.available_name ?? sender?.name ?? this.#visit.website.website_name;
  }

  #typed(text) {
    this.#visit.open.draft.content = text;
    this.#visit.open.typed(text, false);
  }

  #sent(text) {
    this.#visit.open.draft.content = '';
    this.#visit.open.say(text, false);
  }

  #arrived(message) {
    const sender = { id: senderKey(message), name: this.#nameOf(message) };
    this.#announcer.said({ sender, text: message.content ?? '' });
    if (!document.hasFocus()) tellHost('unread', { count: (this.#unread += 1) });
  }

  #looked() {
    if (this.#unread === 0) return;
    this.#unread = 0;
    tellHost('unread', { count: 0 });
  }
}
