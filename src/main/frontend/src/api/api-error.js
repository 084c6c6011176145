/**
 * A request that did not work. `status` is 0 when no answer came; `detail` is the server's
 * sentence, if it gave one; `retryAfter` counts seconds.
 */
export class ApiError extends Error {
  constructor({ status, detail = null, retryAfter = null }) {
    super(detail ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

/** The error of a response: problem+json, or `{error}` as the desk's API has it. */
export async function errorOf(response) {
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // A proxy's page of its own: the status has to do.
  }
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new ApiError({
    status: response.status,
    detail: problem.detail ?? problem.title ?? problem.error ?? null,
    retryAfter: Number.isNaN(seconds) ? null : seconds,
  });
}
