import ipaddr from 'ipaddr.js';

/** IPv6 addresses of the public internet are given out from here alone. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is of the public internet: no loopback, private, link-local (cloud metadata lies there), unique-local,
 * carrier-grade NAT, multicast, reserved or documentation range, nor one that leads to IPv4 by mapping, 6to4 or NAT64.
 * An IPv4-mapped IPv6 address is judged as the IPv4 address in it.
 * @param text in any notation; what is no address is not public
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
}
