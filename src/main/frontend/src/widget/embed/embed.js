import { languageFor } from '../../i18n/languages.js';
import { LABELS } from './labels.js';
import { Launcher } from './launcher.js';

// Goes into any page: <script src="…/widget/embed.js" data-website-token="…" async></script>
const { src, dataset } = document.currentScript;
const address = new URL('./', src);
address.searchParams.set('website_token', dataset.websiteToken ?? '');
const wanted = [document.documentElement.lang, ...(navigator.languages ?? [])].filter(Boolean);
const launcher = new Launcher(address, LABELS[languageFor(null, wanted)]);

if (document.body) launcher.show();
else addEventListener('DOMContentLoaded', () => launcher.show());
