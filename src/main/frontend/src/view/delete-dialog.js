import { h } from '../dom/h.js';
import { dialog } from './dialog.js';

/** Asks once more before a message is deleted. */
export class DeleteDialog {
  constructor({ t }) {
    const form = h(
      'form',
      { method: 'dialog' },
      h('p', {}, t('messages.deleteHint')),
      h(
        'div',
        { class: 'dialog-actions' },
        h('button', { class: 'button', value: '' }, t('messages.cancel')),
        h('button', { class: 'button danger', value: 'delete' }, t('messages.delete')),
      ),
    );
    this.element = dialog({ id: 'delete', title: t('messages.deleteTitle'), body: [form] });
  }

  /** @returns {Promise<boolean>} whether the viewer wants it */
  confirmed() {
    this.element.returnValue = '';
    this.element.showModal();
    return new Promise((resolve) => {
      this.element.addEventListener('close', () => resolve(this.element.returnValue === 'delete'), {
        once: true,
      });
    });
  }
}
