import {
  adjustByHolm,
  differenceOf,
  measureAll,
  pValueOf,
  SNIPS,
  sumByCluster,
  type LogColumns,
  type Measured,
  type PolicyColumns,
} from '@keyart/evaluation';

/** What the log alone says of a ranker against production. */
export interface OfflineJudgement {
  readonly name: string;
  /** In reward, by self-normalised IPS, clustered by viewer; null: not defined on the log. */
  readonly difference: Measured | null;
  /** Corrected over all rankers by Holm, in [0, 1]; null without a difference. */
  readonly adjustedPValue: number | null;
}

const ALPHA = 0.05;

/** Each ranker against production on one log, as the evaluator does it: SNIPS, empirical likelihood, Holm over the rankers. */
export async function judgeOffline(
  log: LogColumns,
  baseline: PolicyColumns,
  targets: ReadonlyMap<string, PolicyColumns>,
): Promise<OfflineJudgement[]> {
  const seeds = Uint32Array.from({ length: log.clusterCount }, (_, i) => i);
  const functional = differenceOf(SNIPS);
  const judged: (Omit<OfflineJudgement, 'adjustedPValue'> & { readonly pValue: number | null })[] = [];
  for (const [name, target] of targets) {
    const sums = sumByCluster(log, { policies: { target, baseline }, terms: SNIPS.terms }, seeds);
    const [difference] = await measureAll(sums, [functional], { alpha: ALPHA, drawCount: 0, seed: 1 });
    judged.push({ name, difference, pValue: pValueOf(sums, functional) });
  }
  const adjusted = adjustByHolm(judged.map(({ pValue }) => pValue));
  return judged.map(({ name, difference }, i) => ({ name, difference, adjustedPValue: adjusted[i] }));
}

/** −1, 0 or 1: what a judgement declares at 5%, corrected. */
export function declaredSign({ difference, adjustedPValue }: OfflineJudgement): number {
  if (difference === null || adjustedPValue === null || adjustedPValue > ALPHA) return 0;
  return Math.sign(difference.value);
}
