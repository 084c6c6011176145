import http from 'node:http';
import { after, before } from 'node:test';
import { SERVER } from './server.js';
import { websiteToken } from './widget-window.js';

/** A website of somebody else, on another origin, whose page has the widget put into it. */
export function website() {
  const site = { address: null };
  const server = http.createServer(async (request, response) => {
    const token = await websiteToken();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      '<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>' +
        `<script src="${SERVER}/widget/embed.js" data-website-token="${token}" async></script>`,
    );
  });
  before(async () => {
    await new Promise((resolve) => server.listen(0, 'localhost', resolve));
    site.address = `http://localhost:${server.address().port}`;
  });
  after(() => server.close());
  return site;
}
