import { exactSum, type PolicyRole } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import type { PreparedPolicy } from '../policies/policy-table';
import type { LoadedFacets } from './load-facets';

/** Roles whose weights by facet are known, and of the others why not. */
export type FacetRoles = ReadonlyMap<PolicyRole, { readonly reason: string } | null>;

/**
 * Writes the table `ROLE_facet` (row, weight): probability of the logged action's facet, within the row's candidates, by that of the logging policy.
 * Source: Saito & Joachims, Off-policy evaluation for large action spaces via embeddings, ICML 2022, equation 6.
 * @param facets in the table `candidate_facet`
 */
export async function writeFacetWeights(
  analysis: Analysis,
  facets: LoadedFacets,
  policies: readonly PreparedPolicy[],
): Promise<FacetRoles> {
  const roles = new Map<PolicyRole, { readonly reason: string } | null>();
  for (const policy of policies) {
    const reason = reasonAgainst(policy, facets);
    roles.set(policy.role, reason === null ? null : { reason });
    if (reason === null) await write(analysis, policy);
  }
  return roles;
}

function reasonAgainst({ role, long, isLogging }: PreparedPolicy, facets: LoadedFacets): string | null {
  if (facets.kind === 'missing') return facets.reason;
  return long !== null || isLogging ? null : `of the ${role} only the probability of logged actions is known`;
}

async function write(analysis: Analysis, { role, long, isLogging }: PreparedPolicy): Promise<void> {
  const shown =
    'SELECT log.row, min(c.facet) AS facet FROM log JOIN candidate_facet c ON c.row = log.row AND c.action = log.action GROUP BY log.row';
  const logged = `SELECT row, facet, ${exactSum('propensity')} AS mass FROM candidate_facet GROUP BY row, facet`;
  const own = `SELECT f.row, f.facet, ${exactSum('p.probability')} AS mass FROM (SELECT DISTINCT row, action, facet FROM candidate_facet) f JOIN ${long} p ON p.row = f.row AND p.action = f.action GROUP BY f.row, f.facet`;
  await analysis.run(
    isLogging
      ? `CREATE OR REPLACE TABLE ${role}_facet AS SELECT row, 1.0::DOUBLE AS weight FROM log`
      : `CREATE OR REPLACE TABLE ${role}_facet AS SELECT shown.row, coalesce(own.mass, 0) / logged.mass AS weight FROM (${shown}) shown JOIN (${logged}) logged ON logged.row = shown.row AND logged.facet = shown.facet LEFT JOIN (${own}) own ON own.row = shown.row AND own.facet = shown.facet`,
  );
}
