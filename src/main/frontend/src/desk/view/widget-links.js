import { h } from '../../dom/h.js';

/** Links to the widgets of the agent's websites, to see what visitors see. Hidden without any. */
export function widgetLinks({ ui: { t }, desk }) {
  const list = h('ul', { role: 'list' });
  const element = h(
    'div',
    { class: 'widget-links', hidden: true },
    h('h3', {}, t('desk.widgets')),
    list,
  );
  desk.api.inboxes().then(
    (inboxes) => {
      const websites = inboxes.filter(({ website_token: token }) => token);
      list.replaceChildren(...websites.map(link));
      element.hidden = websites.length === 0;
    },
    () => {},
  );
  return element;
}

function link({ name, website_token: token }) {
  const query = new URLSearchParams({ website_token: token });
  return h('li', {}, h('a', { href: `/widget/?${query}`, target: '_blank' }, name));
}
