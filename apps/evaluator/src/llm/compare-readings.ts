import type { ParityRow } from './parity-row';

/** How far two implementations read the same prompts apart. */
export interface ParityFigures {
  readonly promptCount: number;
  /** Of label probabilities that sum to 1 over the labels, mean over all labels of all prompts. */
  readonly meanDifference: number;
  readonly largestDifference: number;
  /** Where the largest is: index of the prompt, from 0. */
  readonly largestAt: number;
  /** Groups of two prompts and more, prompts without a group counting for themselves. */
  readonly groupCount: number;
  /** Share of groups in which both pick the same; null: no groups. */
  readonly agreement: number | null;
}

type Told = Pick<ParityRow, 'group' | 'logProbabilities'>;

interface Pair {
  readonly group: string | undefined;
  readonly told: readonly number[];
  readonly read: readonly number[];
}

/**
 * Compares label log-probabilities as told with those read here.
 * @param read `[rows][L]`
 */
export function compareReadings(rows: readonly Told[], read: readonly (readonly number[])[]): ParityFigures {
  const pairs = rows.map(({ group, logProbabilities }, i) => ({
    group,
    told: normalised(logProbabilities),
    read: normalised(read[i]),
  }));
  const differences = pairs.map(({ told, read: own }) => told.map((value, i) => Math.abs(value - own[i])));
  const largest = differences.map((own) => Math.max(...own));
  const all = differences.flat();
  const largestDifference = largest.reduce((most, value) => Math.max(most, value), 0);
  return {
    promptCount: rows.length,
    meanDifference: all.reduce((sum, value) => sum + value, 0) / all.length,
    largestDifference,
    largestAt: largest.indexOf(largestDifference),
    ...agreementOf(pairs),
  };
}

function agreementOf(pairs: readonly Pair[]): Pick<ParityFigures, 'groupCount' | 'agreement'> {
  const groups = new Map<string, Pair[]>();
  const agreements = pairs
    .filter(({ group }) => group === undefined)
    .map(({ told, read }) => top(told) === top(read));
  for (const pair of pairs)
    if (pair.group !== undefined) groups.set(pair.group, [...(groups.get(pair.group) ?? []), pair]);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    agreements.push(top(group.map(({ told }) => told[0])) === top(group.map(({ read }) => read[0])));
  }
  const groupCount = agreements.length;
  return { groupCount, agreement: groupCount === 0 ? null : agreements.filter(Boolean).length / groupCount };
}

function normalised(logProbabilities: readonly number[]): number[] {
  const most = Math.max(...logProbabilities);
  const weights = logProbabilities.map((value) => Math.exp(value - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function top(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
