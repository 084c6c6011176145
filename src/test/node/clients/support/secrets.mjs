// What a back end of its own does with the secrets that it shares with the server.
import { createHmac } from 'node:crypto';

const secret = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}; the integration test that starts the server does.`);
  return value;
};

const hmac = (text, key) => createHmac('sha256', key).update(text);

/** A stream's name, signed as Rails does it. */
export function signedName(stream) {
  const encoded = Buffer.from(JSON.stringify(stream)).toString('base64');
  return `${encoded}--${hmac(encoded, secret('ROPEWAY_PUBSUB_SECRET')).digest('hex')}`;
}

/** A token for these connection identifiers, valid until a time in seconds. */
export function jwt(identifiers, exp) {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ext: JSON.stringify(identifiers), exp })}`;
  return `${text}.${hmac(text, secret('ROPEWAY_JWT_SECRET')).digest('base64url')}`;
}
