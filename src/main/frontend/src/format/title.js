/** The window's title: how much is unread, where the viewer is. */
export function windowTitle({ unread, room, product = 'Ropeway' }) {
  const count = unread > 99 ? '99+' : String(unread);
  const place = room ? `${room} · ${product}` : product;
  return unread > 0 ? `(${count}) ${place}` : place;
}
