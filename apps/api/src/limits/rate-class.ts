import type { Configuration } from '@keyart/common';
import type { ApiScope } from '@keyart/contracts';

/** Routes that share a limit: a page's decisions and events, the tools of analysts and editors, administration. */
export type RateClass = 'serving' | 'managing' | 'admin';

/** The class of a route by the scopes that open it. */
export function rateClassOf(scopes: readonly ApiScope[]): RateClass {
  if (scopes.every((scope) => scope === 'decide' || scope === 'events')) return 'serving';
  return scopes.every((scope) => scope === 'admin') ? 'admin' : 'managing';
}

/** Calls per minute and key of each class. */
export function ratesOf(configuration: Configuration): Readonly<Record<RateClass, number>> {
  return {
    serving: configuration.RATE_LIMIT_SERVING_PER_MINUTE,
    managing: configuration.RATE_LIMIT_MANAGING_PER_MINUTE,
    admin: configuration.RATE_LIMIT_ADMIN_PER_MINUTE,
  };
}
