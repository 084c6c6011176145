import { h } from '../dom/h.js';
import { ROOM_LIMIT, leftOf } from '../model/text-limit.js';
import { growingTextarea } from './growing-textarea.js';

/** A message's text as a form. Enter saves, Escape leaves it as it was. */
export function editForm(message, { t }, actions) {
  const save = (event) => {
    event.preventDefault();
    const text = area.value.trim();
    if (text === '') actions.delete(message.id);
    else if (leftOf(text, ROOM_LIMIT) >= 0) actions.save(message.id, text);
  };
  const pressed = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) save(event);
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      actions.cancelEdit(message.id);
    }
  };
  const area = growingTextarea({
    'aria-label': t('messages.editLabel'),
    on: { keydown: pressed, input: () => area.fit() },
  });
  area.value = message.text;
  area.fit();
  return h(
    'form',
    { class: 'edit-form', on: { submit: save } },
    area,
    h(
      'div',
      { class: 'edit-actions' },
      h(
        'button',
        {
          class: 'button small',
          type: 'button',
          on: { click: () => actions.cancelEdit(message.id) },
        },
        t('messages.cancel'),
      ),
      h('button', { class: 'button small primary', type: 'submit' }, t('messages.save')),
    ),
  );
}
