/** `fetch` says only "fetch failed"; the reason lies in its cause. @param {unknown} error @returns {string} */
export function messageOfFetch(error) {
  const { message, cause } = /** @type {Error & {cause?: Error & {code?: string}}} */ (error);
  return message === 'fetch failed' && cause ? cause.message || String(cause.code) : message;
}
