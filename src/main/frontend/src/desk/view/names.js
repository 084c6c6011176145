/** What to call the contact of a conversation; visitors have no name until they give one. */
export function nameOfContact({ meta }, t) {
  return meta.sender?.name?.trim() || t('desk.visitor');
}

/** What to call who has said something. */
export function nameOfSender({ sender }, t) {
  if (sender?.type === 'contact') return sender.name?.trim() || t('desk.visitor');
  return sender?.available_name ?? sender?.name ?? t('product');
}
