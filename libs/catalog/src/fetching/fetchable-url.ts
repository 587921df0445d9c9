import { isIP } from 'node:net';
import { urlRefused } from './fetch-refusal';
import { isPublicAddress } from './is-public-address';

const MAX_URL_LENGTH = 2_048;
const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** An address that may be asked for a picture. */
export interface FetchableUrl {
  readonly url: URL;
  /** The operator named this host and port: it may lie in a private network. */
  readonly isTrusted: boolean;
}

/**
 * Checks an address before anything is asked: http or https, no credentials, port 80 or 443, no IP address of a private
 * network in whatever notation. Where its name leads is checked by `checkedLookup`.
 * @param text the address, or one relative to `base`
 * @param allowedHosts `host:port` that may be asked besides
 * @throws CatalogInputError `PICTURE_URL_REFUSED`
 */
export function fetchableUrl(text: string, allowedHosts: readonly string[], base?: string): FetchableUrl {
  const url = parsed(text, base);
  if (url.username !== '' || url.password !== '') throw urlRefused('must not hold credentials');
  const port = url.port || PORTS[url.protocol];
  const isTrusted = allowedHosts.includes(`${url.hostname}:${port}`);
  if (isTrusted) return { url, isTrusted };
  if (!Object.values(PORTS).includes(port)) throw urlRefused('must be of port 80 or 443');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw urlRefused('is not of the public internet');
  return { url, isTrusted };
}

function parsed(text: string, base?: string): URL {
  if (text.length > MAX_URL_LENGTH) throw urlRefused(`is longer than ${MAX_URL_LENGTH} characters`);
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (url && url.protocol in PORTS) return url;
  throw urlRefused('must begin with http:// or https://');
}
