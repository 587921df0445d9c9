import { InputError } from '@keyart/common';
import type { ApiScope } from '@keyart/contracts';
import { SERVE_ERROR_CODES } from './errors';
import type { ServiceCall, ServiceClient } from './service-client';

/** A call that each scope opens and that changes nothing: the bodies are no request that the service takes. */
const PROBES: readonly (readonly [ApiScope, ServiceCall])[] = [
  ['catalogue', { method: 'PUT', path: '/v1/titles/probe', body: {} }],
  ['decide', { method: 'POST', path: '/v1/decisions', body: {} }],
  ['events', { method: 'POST', path: '/v1/events', body: {} }],
  ['admin', { method: 'GET', path: '/v1/jobs/train-baseline/failed?limit=1' }],
];
const [UNKNOWN_KEY, NO_SCOPE] = [401, 403] as const;

/**
 * Asks the service, before anything is written, whether the key may do all that a world needs.
 * @throws InputError `BAD_API_KEY`; `MISSING_SCOPE` naming every scope that the key lacks
 * @throws DependencyError `SERVICE_UNREACHABLE`
 */
export async function requireScopes(client: ServiceClient): Promise<void> {
  const missing: ApiScope[] = [];
  for (const [scope, probe] of PROBES) {
    const status = await client.statusOf(probe);
    if (status === UNKNOWN_KEY)
      throw new InputError(SERVE_ERROR_CODES.badKey, `${client.url} does not know the API key`);
    if (status === NO_SCOPE) missing.push(scope);
  }
  if (missing.length > 0)
    throw new InputError(SERVE_ERROR_CODES.missingScope, `the API key lacks ${missing.join(', ')}`);
}
