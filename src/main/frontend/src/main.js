import { App } from './app.js';
import { ChatPlace } from './chat-place.js';

new App(document.getElementById('app'), new ChatPlace()).start();
