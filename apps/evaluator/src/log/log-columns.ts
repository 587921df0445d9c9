import type { DecisionLogRow } from '@keyart/contracts';

/** DuckDB types of `decision-log/1`, in file order. */
export const LOG_COLUMNS: Readonly<Record<keyof DecisionLogRow, string>> = {
  decision_id: 'VARCHAR',
  user_id: 'VARCHAR',
  timestamp: 'TIMESTAMP',
  title_id: 'VARCHAR',
  action: 'VARCHAR',
  propensity: 'DOUBLE',
  reward: 'DOUBLE',
  candidates: 'VARCHAR[]',
  candidate_propensities: 'DOUBLE[]',
  policy: 'VARCHAR',
  source: 'VARCHAR',
  arm: 'VARCHAR',
  policy_version: 'VARCHAR',
  model_version: 'VARCHAR',
  profile_version: 'VARCHAR',
  context_hash: 'VARCHAR',
  sticky: 'VARCHAR',
  locked: 'BOOLEAN',
  reward_rung: 'VARCHAR',
  device: 'VARCHAR',
  region: 'VARCHAR',
  locale: 'VARCHAR',
  row: 'INTEGER',
  position: 'INTEGER',
};
