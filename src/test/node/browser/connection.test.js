import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineToServer } from './support/line.js';
import { ApiUser, freshRoom, unique } from './support/server.js';
import { windows } from './support/windows.js';

describe('a connection that breaks', { timeout: 300_000 }, () => {
  const browser = windows();
  const line = lineToServer();

  const openAda = (room) => browser.openAs('ada', { room, baseURL: line.address });

  it('shows, and comes back by itself', async () => {
    const room = await freshRoom();
    const ada = await openAda(room);
    line.cut();
    await ada.state('reconnecting');
    await ada.page.getByText('What you write is sent once it is back.').first().waitFor();
    line.mend();
    await ada.state('live', 40_000);
    await ada.page.locator('.banner').waitFor({ state: 'hidden' });
  });

  it('comes back at once when the viewer asks', async () => {
    const ada = await openAda(await freshRoom());
    line.cut();
    await ada.state('reconnecting');
    line.mend();
    await ada.page.getByRole('button', { name: 'Try now' }).click();
    await ada.state('live', 3_000);
  });

  it('loses nothing of what is written meanwhile and doubles nothing', async () => {
    const room = await freshRoom();
    const ada = await openAda(room);
    const bob = await browser.openAs('bob', { room });
    const texts = [1, 2, 3].map((number) => unique(`unsent ${number}`));
    line.cut();
    await ada.state('reconnecting');
    for (const text of texts) await ada.say(text);
    await ada.message(texts[0]).getByText('Waiting for the connection…').waitFor();
    line.mend();
    await ada.page.getByRole('button', { name: 'Try now' }).click();
    await bob.sees(texts[2]);
    await ada.confirmed(texts[2]);
    for (const window of [ada, bob]) {
      const heard = (await window.texts()).filter((text) => text.startsWith('unsent'));
      assert.deepEqual(heard, texts);
    }
  });

  it('does not double a message whose answer got lost', async () => {
    const room = await freshRoom();
    const ada = await openAda(room);
    const bob = await browser.openAs('bob', { room });
    const text = unique('answered into the void');
    // Drops what the server says, once the message is out: the page cannot know that it arrived.
    line.deafen();
    await ada.say(text);
    await bob.sees(text);
    await ada.message(text).getByText('Sending…').waitFor();
    line.cut();
    await ada.state('reconnecting');
    line.mend();
    await ada.page.getByRole('button', { name: 'Try now' }).click();
    await ada.confirmed(text);
    assert.equal(await ada.message(text).count(), 1);
    assert.equal(await bob.message(text).count(), 1);
  });

  it('leaves no gap and no stale text behind', async () => {
    const room = await freshRoom();
    const api = ApiUser.as('bob');
    const first = await api.say(room.slug, 'before the break');
    const ada = await openAda(room);
    await ada.sees('before the break');
    line.cut();
    await ada.state('reconnecting');
    await api.sayMany(room.slug, 70, 'missed');
    await api.request('PATCH', `/api/rooms/${room.slug}/messages/${first.id}`, {
      text: 'changed during the break',
    });
    line.mend();
    await ada.page.getByRole('button', { name: 'Try now' }).click();
    await ada.sees(/missed 70$/);
    await ada.sees('changed during the break');
    const expected = Array.from({ length: 70 }, (_, at) => `missed ${at + 1}`);
    assert.deepEqual((await ada.texts()).slice(1), expected);
  });

  it('keeps unsent messages over a reload', async () => {
    const room = await freshRoom();
    let blocked = false;
    const ada = await browser.openAs('ada', {
      room,
      baseURL: line.address,
      prepare: (profile) =>
        profile.routeWebSocket(/\/cable/, (socket) =>
          blocked ? socket.close() : socket.connectToServer(),
        ),
    });
    const text = unique('before the reload');
    blocked = true;
    line.cut();
    await ada.state('reconnecting');
    await ada.say(text);
    line.mend();
    await ada.page.reload();
    await ada.message(text).getByText('Waiting for the connection…').waitFor();
    blocked = false;
    await ada.page.getByRole('button', { name: 'Try now' }).click();
    await ada.confirmed(text);
  });

  it('is offline without a network and live again with one', async () => {
    const ada = await openAda(await freshRoom());
    await ada.page.context().setOffline(true);
    line.cut();
    await ada.state('offline', 20_000);
    await ada.page.getByText('You are offline.').first().waitFor();
    line.mend();
    await ada.page.context().setOffline(false);
    await ada.state('live', 5_000);
  });

  it('fails a message that the server refuses, and it can be tried again or discarded', async () => {
    const room = await freshRoom();
    const ada = await browser.openAs('ada', {
      room,
      prepare: (profile) => profile.routeWebSocket(/\/cable/, refuseFirst('speak')),
    });
    const text = unique('not at first');
    await ada.say(text);
    await ada.message(text).getByText('Not sent. Not now.').waitFor();
    await ada.message(text).getByRole('button', { name: 'Try again' }).click();
    await ada.confirmed(text);
    const other = unique('REFUSED for good');
    await ada.say(other);
    await ada.message(other).getByRole('button', { name: 'Discard' }).click();
    await ada.message(other).waitFor({ state: 'detached' });
  });
});

/** Answers an action's first try, and all with REFUSED in their text, as a server that refuses. */
function refuseFirst(action) {
  let refused = false;
  return (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const { identifier, data } = JSON.parse(text);
      const command = JSON.parse(data ?? '{}');
      if (command.action !== action || (refused && !command.text.includes('REFUSED'))) {
        server.send(text);
        return;
      }
      refused = true;
      const { clientMessageId } = command;
      const error = {
        event: 'error',
        data: { action, message: 'Not now.', clientMessageId },
      };
      socket.send(JSON.stringify({ identifier, message: error }));
    });
  };
}
