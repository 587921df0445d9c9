import { Analysis } from '@keyart/decision-log';

/** Size of a made-up log. */
export interface BigLog {
  readonly rowCount: number;
  readonly memberCount: number;
  /** Path without extension; `.parquet` and `-target.parquet` are written. */
  readonly path: string;
}

const TITLE_COUNT = 200;
const ACTIONS = [0, 1, 2, 3, 4];

/** A log of five artworks a title with a target as a long table, as Parquet: decisions, members and rewards by hash of the row. */
export async function writeBigLog({ rowCount, memberCount, path }: BigLog): Promise<void> {
  const analysis = await Analysis.open();
  try {
    await analysis.run(
      `CREATE VIEW base AS SELECT i, 't' || (hash(i, 1) % ${TITLE_COUNT}) AS title, (hash(i, 2) % 1000000) / 1e6 AS z, (hash(i, 3) % 1000000) / 1e6 AS y FROM range(${rowCount}) t(i)`,
    );
    const action =
      'CASE WHEN z < .4 THEN 0 WHEN z < .7 THEN 1 WHEN z < .8 THEN 2 WHEN z < .9 THEN 3 ELSE 4 END';
    const candidates = ACTIONS.map((k) => `title || '-a${k}'`).join(', ');
    await analysis.run(
      `COPY (SELECT 'd' || i AS decision_id, 'u' || (hash(i, 4) % ${memberCount}) AS user_id, TIMESTAMP '2026-01-01' + INTERVAL (i) SECOND AS timestamp, title AS title_id, title || '-a' || k AS action, p[k + 1] AS propensity, (y < .1 + .1 * k)::INTEGER AS reward, [${candidates}] AS candidates, p AS candidate_propensities FROM (SELECT *, [.4, .3, .1, .1, .1]::DOUBLE[] AS p, ${action} AS k FROM base)) TO '${path}.parquet' (FORMAT parquet)`,
    );
    await analysis.run(
      `COPY (SELECT 'd' || i AS decision_id, title || '-a' || k AS action, ([.05, .05, .1, .2, .6]::DOUBLE[])[k + 1] AS probability FROM base, range(5) r(k)) TO '${path}-target.parquet' (FORMAT parquet)`,
    );
  } finally {
    await analysis.close();
  }
}
