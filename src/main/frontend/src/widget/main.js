import { WidgetApp } from './widget-app.js';

const websiteToken = new URLSearchParams(location.search).get('website_token') ?? '';
new WidgetApp(document.getElementById('app'), websiteToken).start();
