const KEYS = {
  0: 'error.network',
  403: 'error.forbidden',
  404: 'error.missing',
  429: 'error.tooMany',
};

/** What to tell the viewer about a request that did not work. */
export function sentenceFor(error, t) {
  if (Object.hasOwn(KEYS, error.status)) return t(KEYS[error.status]);
  if (error.status >= 500 || error.status === undefined) return t('error.server');
  return error.detail ?? t('error.server');
}
