/** The few words that stand in the page around the widget, by language. */
export const LABELS = {
  en: { open: 'Open the chat', close: 'Close the chat', title: 'Chat', unread: 'unread' },
  de: {
    open: 'Chat öffnen',
    close: 'Chat schließen',
    title: 'Chat',
    unread: 'ungelesen',
  },
  es: { open: 'Abrir el chat', close: 'Cerrar el chat', title: 'Chat', unread: 'sin leer' },
  fr: {
    open: 'Ouvrir la discussion',
    close: 'Fermer la discussion',
    title: 'Discussion',
    unread: 'non lus',
  },
};
