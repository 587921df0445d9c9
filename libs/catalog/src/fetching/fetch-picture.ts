import { messageOf } from '@keyart/common';
import { Agent, request } from 'undici';
import { CatalogInputError } from '../errors';
import { checkedLookup, systemResolve, type Resolve } from './checked-lookup';
import { notFetched } from './fetch-refusal';
import { fetchableUrl, type FetchableUrl } from './fetchable-url';
import { readPictureAnswer } from './read-picture-answer';

/** From the first look-up to the last byte, redirects included: 20 MB need 11 Mbit/s. */
const TIME_LIMIT_MS = 15_000;
const MAX_REDIRECT_COUNT = 3;
const HEADERS = { accept: 'image/avif, image/webp, image/png, image/jpeg', 'accept-encoding': 'identity' };

/** How pictures are fetched. */
export interface PictureFetch {
  /** `host:port` that may be asked though they lie in a private network or are of another port. */
  readonly allowedHosts: readonly string[];
  /** Unset: the operating system. */
  readonly resolve?: Resolve;
  /** Of the whole fetch; unset: 15 s. */
  readonly timeLimitMs?: number;
}

/**
 * Fetches a picture from the public internet; its content is not looked at. Every address that is asked, after redirects too,
 * is checked, and the connection goes to the very address that was.
 * @param url http or https
 * @returns at most `MAX_PICTURE_BYTES`
 * @throws CatalogInputError `PICTURE_URL_REFUSED`, `PICTURE_NOT_FETCHED`
 */
export async function fetchPicture(url: string, options: PictureFetch): Promise<Buffer> {
  const { allowedHosts, timeLimitMs = TIME_LIMIT_MS } = options;
  const signal = AbortSignal.timeout(timeLimitMs);
  let at = fetchableUrl(url, allowedHosts);
  for (let redirectCount = 0; redirectCount <= MAX_REDIRECT_COUNT; redirectCount++) {
    const answer = await ask(at, options, signal).catch((cause: unknown) => {
      throw refusalOf(cause, signal.aborted ? `it took more than ${timeLimitMs} ms` : 'no answer came');
    });
    if (Buffer.isBuffer(answer)) return answer;
    at = fetchableUrl(answer.location, allowedHosts, at.url.href);
  }
  throw notFetched(`it is redirected more than ${MAX_REDIRECT_COUNT} times`);
}

type Answer = Buffer | { readonly location: string };

async function ask(
  { url, isTrusted }: FetchableUrl,
  { resolve = systemResolve }: PictureFetch,
  signal: AbortSignal,
): Promise<Answer> {
  const agent = new Agent({ connect: { lookup: checkedLookup(resolve, isTrusted) } });
  try {
    const answer = await request(url, { dispatcher: agent, signal, headers: HEADERS });
    const { location } = answer.headers;
    const isRedirect = answer.statusCode >= 300 && answer.statusCode < 400 && location !== undefined;
    return isRedirect ? { location: String(location) } : await readPictureAnswer(answer);
  } finally {
    // Also hangs up on what was not read to its end.
    void agent.destroy();
  }
}

function refusalOf(cause: unknown, detail: string): CatalogInputError {
  if (cause instanceof CatalogInputError) return cause;
  const inner = Object(cause) as { cause?: unknown };
  if (inner.cause instanceof CatalogInputError) return inner.cause;
  return notFetched(detail, messageOf(cause));
}
