import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { urlRefused } from './fetch-refusal';
import { isPublicAddress } from './is-public-address';

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** As the operating system resolves names. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * A lookup for one connection that fails where any address of the name is not public. The addresses it hands out are those it
 * checked, so a name that is resolved to another one a moment later (DNS rebinding) leads nowhere else.
 * @param isTrusted leaves the check out
 */
export function checkedLookup(resolve: Resolve, isTrusted: boolean): LookupFunction {
  return (hostname, options, callback) => {
    const answer = (addresses: readonly LookupAddress[]): void => {
      if (!isTrusted) requirePublic(addresses);
      if (options.all) return callback(null, [...addresses]);
      const [{ address, family }] = addresses;
      callback(null, address, family);
    };
    resolve(hostname)
      .then(answer)
      .catch((error: NodeJS.ErrnoException) => callback(error, '', 0));
  };
}

function requirePublic(addresses: readonly LookupAddress[]): void {
  if (addresses.every(({ address }) => isPublicAddress(address))) return;
  throw urlRefused('is not of the public internet');
}
