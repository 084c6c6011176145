import { h } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { avatar } from './avatar.js';

/** A message that the server has not confirmed: on its way, waiting, or failed. */
export function waitingRow({ key, entry, me }, { t }, actions) {
  const { clientMessageId, state, text } = entry;
  const failed = state === 'failed';
  return h(
    'li',
    { class: `message mine waiting ${state}`, tabindex: '-1', 'data-key': key },
    avatar(me),
    h(
      'div',
      { class: 'message-body' },
      h('div', { class: 'message-head' }, h('span', { class: 'name' }, me.name)),
      h('p', { class: 'message-text', dir: 'auto' }, text),
      h(
        'p',
        { class: 'delivery', role: failed ? 'alert' : null },
        icon(failed ? 'warning' : 'clock'),
        h('span', {}, failed ? reasonOf(entry, t) : t(`messages.${state}`)),
        failed && [
          action(t('messages.retry'), () => actions.retry(clientMessageId)),
          action(t('messages.discard'), () => actions.discard(clientMessageId)),
        ],
      ),
    ),
  );
}

function reasonOf({ reason }, t) {
  return reason ? `${t('messages.failed')} ${reason}` : t('messages.unanswered');
}

function action(name, run) {
  return h('button', { class: 'text-button', type: 'button', on: { click: run } }, name);
}
