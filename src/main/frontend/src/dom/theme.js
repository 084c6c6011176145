import { keep, recall } from './storage.js';

const KEY = 'ropeway.theme';

export const THEMES = ['system', 'light', 'dark'];

/** The theme chosen earlier on this device, or `system`. */
export function rememberedTheme() {
  const theme = recall('localStorage', KEY);
  return THEMES.includes(theme) ? theme : 'system';
}

/** Shows the page in a theme; `system` follows the device. */
export function applyTheme(theme) {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** Shows the page in a theme and remembers it on this device. */
export function chooseTheme(theme) {
  applyTheme(theme);
  keep('localStorage', KEY, theme === 'system' ? null : theme);
}
