import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hueOf, initials } from '../../../main/frontend/src/format/initials.js';
import { linkParts } from '../../../main/frontend/src/format/links.js';
import { hashOfRoom, roomInHash } from '../../../main/frontend/src/format/route.js';
import { slugOf } from '../../../main/frontend/src/format/slug.js';
import { Times } from '../../../main/frontend/src/format/times.js';
import { freshId } from '../../../main/frontend/src/model/ids.js';

const linksIn = (text) =>
  linkParts(text)
    .filter(({ href }) => href)
    .map(({ href }) => href);

describe('web addresses in a text', () => {
  it('become links without the marks of the sentence', () => {
    assert.deepEqual(linksIn('See https://a.example/x, or (http://b.example/y).'), [
      'https://a.example/x',
      'http://b.example/y',
    ]);
  });

  it('keep brackets that belong to them', () => {
    assert.deepEqual(linksIn('https://a.example/x_(y)'), ['https://a.example/x_(y)']);
  });

  it('are only those of the web', () => {
    assert.deepEqual(linksIn('javascript:alert(1) data:text/html,x file:///etc http://'), []);
  });

  it('leave the text as it was', () => {
    const text = 'a https://a.example b\nhttps://b.example.';
    assert.equal(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
      text,
    );
  });
});

describe('times', () => {
  const at = new Date('2025-03-03T23:30:00Z');

  it('are those of the zone of the viewer', () => {
    assert.equal(new Times('en-GB', 'UTC').clock(at), '23:30');
    assert.equal(new Times('en-GB', 'Asia/Tokyo').clock(at), '08:30');
    assert.match(new Times('en-US', 'America/New_York').clock(at), /^6:30\sPM$/);
  });

  it('fall on the day of that zone', () => {
    assert.equal(new Times('en', 'UTC').dayKey(at), '2025-03-03');
    assert.equal(new Times('en', 'Asia/Tokyo').dayKey(at), '2025-03-04');
  });

  it('name near days, and others by their date', () => {
    const times = new Times('en-GB', 'UTC');
    assert.equal(times.day(at, new Date('2025-03-03T23:59:00Z')), 'Today');
    assert.equal(times.day(at, new Date('2025-03-04T00:01:00Z')), 'Yesterday');
    assert.match(times.day(at, new Date('2025-03-09T12:00:00Z')), /^Monday,? 3 March$/);
    assert.match(times.day(at, new Date('2026-01-01T12:00:00Z')), /2025$/);
  });

  it('count days across the change of the clocks', () => {
    const times = new Times('en', 'Europe/Vienna');
    const before = new Date('2025-03-29T23:30:00+01:00');
    assert.equal(times.day(before, new Date('2025-03-30T23:30:00+02:00')), 'Yesterday');
  });
});

describe('names', () => {
  it('give one or two initials', () => {
    assert.deepEqual(['Ada', 'Grace Brewster Hopper', ' é ', ''].map(initials), [
      'A',
      'GH',
      'É',
      '?',
    ]);
  });

  it('have the same colour for the same id, number or text', () => {
    assert.equal(hueOf(12), hueOf('12'));
    assert.ok(new Set([1, 2, 3, 4].map((id) => hueOf(id))).size === 4);
  });
});

describe('addresses of rooms', () => {
  it('follow from the name', () => {
    const names = ['Team Lunch!', '  Über uns ', 'Straße', '日本'];
    assert.deepEqual(names.map(slugOf), ['team-lunch', 'uber-uns', 'strasse', '']);
  });

  it('are found in the page address', () => {
    assert.equal(roomInHash(hashOfRoom('team-lunch')), 'team-lunch');
    assert.equal(roomInHash(''), null);
    assert.equal(roomInHash('#/rooms/%E0%A4%A'), null);
  });
});

describe('ids of messages', () => {
  const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it('are UUIDs, also where the browser keeps randomUUID for secure pages', () => {
    assert.match(freshId(), UUID);
    const insecure = { getRandomValues: (bytes) => crypto.getRandomValues(bytes) };
    assert.match(freshId(insecure), UUID);
  });
});
