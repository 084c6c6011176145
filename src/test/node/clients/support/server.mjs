// The server under test, as the environment names it.

const url = new URL(required('ROPEWAY_URL'));
let connections = 0;
let chatToken;

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}; the integration test that starts the server does.`);
  return value;
}

/** A cable address of its own for each connection, so that its sockets can be told apart. */
export function cableUrl(parameters = {}) {
  const address = new URL('cable', url);
  address.protocol = url.protocol.replace('http', 'ws');
  connections += 1;
  address.search = new URLSearchParams({ ...parameters, connection: String(connections) });
  return address.href;
}

/** Broadcasts from outside, as a back end does. */
export async function publish(stream, message) {
  await post(new URL('_broadcast', url), {
    body: JSON.stringify({ stream, data: JSON.stringify(message) }),
    headers: { authorization: `Bearer ${required('ROPEWAY_BROADCAST_KEY')}` },
  });
}

/** A demo user's token; one serves all, since sign-in is rate limited. */
export function signIn() {
  chatToken ??= post(new URL('api/tokens', url), {
    body: JSON.stringify({ login: 'bob', password: 'bob-demo' }),
  }).then(async (response) => (await response.json()).token);
  return chatToken;
}

/** An address of the server. */
export const at = (path) => new URL(path, url);

/** Stops the server and starts it again; done when it is healthy. */
export async function restart() {
  await post(new URL('restart', required('ROPEWAY_CONTROL_URL')), {});
}

/** Kills the server without warning and starts it again; done when it is healthy. */
export async function kill() {
  await post(new URL('kill', required('ROPEWAY_CONTROL_URL')), {});
}

async function post(address, { body, headers }) {
  const response = await fetch(address, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  if (!response.ok) {
    throw new Error(`${address.pathname}: ${response.status} ${await response.text()}`);
  }
  return response;
}
