import { messageOfFetch } from './message-of-fetch.mjs';

/** No byte for so long means that the connection is dead. */
export const STALL_LIMIT_MS = 30_000;

/** The server answered, and not with the file. */
export class HttpStatusError extends Error {
  /** @param {string} address @param {number} status */
  constructor(address, status) {
    super(`${address} answered HTTP ${status}`);
    this.status = status;
  }
}

/** User and password of a URL become a header, as `fetch` refuses such URLs. @param {URL} url */
function withoutCredentials(url) {
  const address = new URL(url);
  const { username, password } = address;
  address.username = '';
  address.password = '';
  address.hash = '';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers = username ? { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } : {};
  return { address: address.toString(), headers };
}

/**
 * GET with the credentials of the URL. They never appear in an error.
 * @param {URL} url
 * @param {{headers?: Record<string, string>, signal?: AbortSignal}} [options]
 * @returns {Promise<Response>} with status 2xx
 * @throws {HttpStatusError}
 */
export async function httpGet(url, options = {}) {
  const { address, headers } = withoutCredentials(url);
  const signal = options.signal ?? AbortSignal.timeout(STALL_LIMIT_MS);
  const response = await fetch(address, { headers: { ...headers, ...options.headers }, signal }).catch(
    (error) => {
      throw new Error(`${address}: ${messageOfFetch(error)}`, { cause: error });
    },
  );
  if (response.ok) return response;
  await response.body?.cancel();
  throw new HttpStatusError(address, response.status);
}
