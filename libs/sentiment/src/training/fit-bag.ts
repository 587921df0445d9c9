import type { Random } from '@keyart/common';
import { bagOf, type Bag } from '../linear/bag';
import { fitLinearSvm } from '../linear/fit-linear-svm';
import { keepColumns, type Presence } from '../linear/presence';
import { selectFeatures } from '../linear/select-features';

/** How one model is fitted. */
export interface BagOptions {
  /** What each feature counts for, `[F]`, from the texts that are fitted to. */
  readonly scalesOf: (presence: Presence) => Float32Array;
  /** C of each machine. */
  readonly cost: number;
  /** Errors on the positive side weigh (others/positives) to this power: 0 alike, 1 balanced. */
  readonly balance: number;
  /** So many features are kept. */
  readonly featureCount: number;
  readonly random: Random;
}

/** A model and the columns that it knows, ascending. */
export interface FittedBag {
  readonly bag: Bag;
  readonly kept: Uint32Array;
}

const [TOLERANCE, MAXIMUM_PASSES] = [0.1, 60];

/**
 * One machine for each class against the rest, fitted twice: with all features, and again with those that mattered most.
 * @param labels classes of each text, `[n]`
 */
export function fitBag(
  presence: Presence,
  labels: readonly (readonly boolean[])[],
  options: BagOptions,
): FittedBag {
  const full = fitOnce(presence, labels, options);
  if (presence.columnCount <= options.featureCount)
    return { bag: full, kept: Uint32Array.from({ length: presence.columnCount }, (_, column) => column) };
  const kept = selectFeatures(full, presence, options.featureCount);
  return { bag: fitOnce(keepColumns(presence, kept), labels, options), kept };
}

function fitOnce(presence: Presence, labels: readonly (readonly boolean[])[], options: BagOptions): Bag {
  const scales = options.scalesOf(presence);
  const planes = labels[0].map((_, c) => {
    const own = labels.map((row) => row[c]);
    const positives = Math.max(1, own.filter(Boolean).length);
    return fitLinearSvm({ presence, scales }, own, {
      ...{ cost: options.cost, tolerance: TOLERANCE, maximumPasses: MAXIMUM_PASSES },
      positiveWeight: Math.max(1, (own.length - positives) / positives) ** options.balance,
      random: options.random,
    });
  });
  return bagOf({ scales }, planes);
}
