import { App } from '../app.js';
import { DeskPlace } from './desk-place.js';

new App(document.getElementById('app'), new DeskPlace()).start();
