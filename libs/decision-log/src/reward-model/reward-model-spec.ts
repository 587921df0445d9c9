import { DecisionLogError } from '../errors';

/** What foresees rewards for the direct method and the doubly robust estimators. */
export type RewardModelSpec =
  /** Ridge regression on action, title and mapped extra columns, 5 folds by member. */
  | { readonly kind: 'cross-fitted' }
  /** Predictions that come with the target's long table. */
  | { readonly kind: 'table' }
  /** The same for every action. */
  | { readonly kind: 'constant'; readonly value: number };

/** Reads what stands behind `--reward-model`. @throws DecisionLogError `BAD_EVALUATION_OPTION` */
export function parseRewardModelSpec(text: string): RewardModelSpec {
  if (text === 'cross-fitted') return { kind: 'cross-fitted' };
  if (text === 'table:q') return { kind: 'table' };
  const [, number] = /^constant:(.+)$/.exec(text) ?? [];
  const value = Number(number);
  if (number !== undefined && Number.isFinite(value)) return { kind: 'constant', value };
  throw new DecisionLogError(
    'BAD_EVALUATION_OPTION',
    `--reward-model ${text}: must be cross-fitted, table:q or constant:NUMBER`,
  );
}
