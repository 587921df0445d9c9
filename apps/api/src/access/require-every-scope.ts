import { ProblemException } from '../problems/problem.exception';
import type { ApiKeyHolder } from './key-ring';

/** Keys pass on no right they lack, so that one leaked admin key is not all keys. @throws ProblemException 403 */
export function requireEveryScope(holder: ApiKeyHolder | null, scopes: readonly string[]): void {
  const lacking = scopes.filter((scope) => !holder?.scopes.has(scope));
  if (lacking.length === 0) return;
  throw new ProblemException(
    'missing-scope',
    `the API key lacks ${lacking.join(' and ')}, so it cannot give it`,
  );
}
