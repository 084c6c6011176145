import { applyTheme, rememberedTheme } from './dom/theme.js';

applyTheme(rememberedTheme());
