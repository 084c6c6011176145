import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { LANGUAGES, languageFor, localeFor } from '../../../main/frontend/src/i18n/languages.js';
import { Texts } from '../../../main/frontend/src/i18n/texts.js';

const SOURCES = new URL('../../../main/frontend/src/', import.meta.url);

const entriesOf = async (language) =>
  (await import(new URL(`texts/${language}.js`, SOURCES))).default;

const forms = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));

/** The `{places}` of a text, over all its forms. */
const places = (entry) =>
  [...new Set(forms(entry).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe('the texts', async () => {
  const english = await entriesOf('en');

  for (const language of Object.keys(LANGUAGES)) {
    it(`say everything in ${LANGUAGES[language]}, with the same places`, async () => {
      const entries = await entriesOf(language);
      assert.deepEqual(Object.keys(entries).sort(), Object.keys(english).sort());
      for (const [key, entry] of Object.entries(entries)) {
        assert.deepEqual(places(entry), places(english[key]), key);
        assert.ok(
          forms(entry).every((text) => text.trim() !== ''),
          key,
        );
      }
    });

    it(`have each form that numbers need in ${LANGUAGES[language]}`, async () => {
      for (const [key, entry] of Object.entries(await entriesOf(language))) {
        if (typeof entry !== 'string') assert.ok('one' in entry && 'other' in entry, key);
      }
    });
  }

  it('are all in use, and none is missing', async () => {
    const files = (await readdir(SOURCES, { recursive: true })).filter(
      (file) => file.endsWith('.js') && !file.startsWith('texts'),
    );
    const source = (
      await Promise.all(files.map((file) => readFile(new URL(file, SOURCES), 'utf8')))
    ).join('\n');
    const quoted = new Set([...source.matchAll(/'([\w.]+)'/g)].map(([, key]) => key));
    // Keys put together from a known set of names.
    const composed = [...source.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, prefix]) => prefix);
    const unused = Object.keys(english).filter(
      (key) => !quoted.has(key) && !composed.some((prefix) => key.startsWith(prefix)),
    );
    assert.deepEqual(unused, []);
    const named = [...source.matchAll(/\bt\('([\w.]+)'/g)].map(([, key]) => key);
    assert.deepEqual(
      named.filter((key) => !(key in english)),
      [],
    );
  });

  it('fill their places and pick the form for a number', () => {
    const texts = new Texts('en', 'en-GB', english);
    assert.equal(texts.t('rooms.unread', { count: 1 }), '1 unread message');
    assert.equal(texts.t('rooms.unread', { count: 1200 }), '1,200 unread messages');
    assert.equal(
      texts.t('typing.few', { names: texts.list(['Ada', 'Bob']) }),
      'Ada and Bob are typing…',
    );
  });

  it('do not fill a place with what looks like another one', () => {
    const texts = new Texts('en', 'en-GB', english);
    assert.equal(texts.t('messages.said', { name: '{text}', text: 'hi' }), '{text}: hi');
  });

  it('refuse a key nobody wrote', () => {
    assert.throws(() => new Texts('en', 'en', english).t('nope'), /No text is named nope/);
  });
});

describe('the language', () => {
  it('is the first the browser asks for that the page has', () => {
    assert.equal(languageFor(null, ['nl-NL', 'de-AT', 'en']), 'de');
    assert.equal(languageFor(null, ['nl-NL']), 'en');
    assert.equal(languageFor(null, []), 'en');
  });

  it('is the one the viewer chose before', () => {
    assert.equal(languageFor('fr', ['de']), 'fr');
    assert.equal(languageFor('xx', ['de']), 'de');
  });

  it('keeps the region the browser names', () => {
    assert.equal(localeFor('de', ['en-GB', 'de-AT']), 'de-AT');
    assert.equal(localeFor('fr', ['en-GB', 'de-AT']), 'fr');
  });
});
