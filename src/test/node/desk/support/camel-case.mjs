// The mobile app rewrites the keys of all that it is told, however deep, before it looks at it.

const plain = (value) => value !== null && typeof value === 'object';

const camel = (key) => key.replace(/[_-]+(\w)/g, (_, letter) => letter.toUpperCase());

/** The same with its keys in camel case. */
export function camelCased(value) {
  if (Array.isArray(value)) return value.map(camelCased);
  if (!plain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [camel(key), camelCased(member)]),
  );
}
