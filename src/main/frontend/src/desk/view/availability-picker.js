import { h } from '../../dom/h.js';

const AVAILABILITIES = ['online', 'busy', 'offline'];

/** Whether the agent wants to be asked. */
export function availabilityPicker({ ui: { t }, desk }) {
  const choices = AVAILABILITIES.map((availability) =>
    h(
      'label',
      { class: 'segment' },
      h('input', {
        type: 'radio',
        name: 'availability',
        value: availability,
        checked: availability === desk.me.availability,
        on: { change: () => desk.setAvailability(availability) },
      }),
      h('span', {}, t(`presence.${availability}`)),
    ),
  );
  return h(
    'fieldset',
    { class: 'segments' },
    h('legend', { class: 'pick-label' }, t('desk.availability')),
    h('div', { class: 'segment-row' }, choices),
  );
}
