import type { Database } from '@keyart/db';
import type { Ledger } from '../load/ledger';
import type { Finding } from './finding';

interface StoredDecision {
  readonly id: string;
  readonly artwork_id: string;
  readonly request_id: string;
  readonly propensity: number;
}

/** Every answered decision is in the log with the picture and propensity that were told, and no page was decided twice. */
export async function checkDecisions(
  { decisions, propensities }: Ledger,
  database: Database,
): Promise<Finding[]> {
  const rows = await database.query<StoredDecision>({
    text: 'SELECT id, artwork_id, request_id, propensity FROM decision',
  });
  const stored = new Map(rows.map((row) => [row.id, row]));
  const lost = [...decisions.values()].flatMap(({ decisionId, artworkId, requestId, during }): Finding[] => {
    const row = stored.get(decisionId);
    const propensity = propensities.get(decisionId) ?? row?.propensity;
    const isSame =
      row?.artwork_id === artworkId && row.request_id === requestId && row.propensity === propensity;
    return isSame ? [] : [{ kind: 'lost', during, what: `decision ${decisionId}: ${JSON.stringify(row)}` }];
  });
  const repeated = await database.query<{ request_id: string; title_id: string }>({
    text: 'SELECT request_id, title_id FROM decision GROUP BY 1, 2 HAVING count(*) > 1',
  });
  const during = new Map([...decisions.values()].map((one) => [one.requestId, one.during]));
  const double = repeated.map(({ request_id, title_id }): Finding => {
    const what = `request ${request_id} decided ${title_id} twice`;
    return { kind: 'double', during: during.get(request_id) ?? 'calm', what };
  });
  return [...lost, ...double];
}
