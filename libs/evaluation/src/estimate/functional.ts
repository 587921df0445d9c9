import type { Estimator } from '../estimators/estimator';
import { termKey, type PolicyRole } from './log-sums';

/** A smooth function of means of sums: an estimator for one policy, or a comparison of two. */
export interface Functional {
  /** Keys of the sums whose means it takes. */
  readonly keys: readonly string[];
  /** Keys of the sums of unclipped importance weights that it hangs on. */
  readonly weightKeys: readonly string[];
  /** @param means `[keys.length]` */
  value(means: readonly number[]): number;
  /** Derivative of `value` by each mean, `[keys.length]`. */
  gradient(means: readonly number[]): readonly number[];
}

/** The value of one policy. */
export function valueOf(estimator: Estimator, role: PolicyRole): Functional {
  return {
    keys: estimator.terms.map((term) => termKey(role, term)),
    weightKeys: estimator.unclippedWeight ? [termKey(role, estimator.unclippedWeight)] : [],
    value: (means) => estimator.value(means),
    gradient: (means) => estimator.gradient(means),
  };
}

/** Value of the target less that of the baseline: paired, so that rows on which both agree add nothing to its error. */
export function differenceOf(estimator: Estimator): Functional {
  return combine(estimator, {
    value: (target, baseline) => target - baseline,
    weights: () => [1, -1],
  });
}

/** Value of the target by that of the baseline, less 1: the relative lift. Not defined for a baseline that earns nothing, or less. */
export function liftOf(estimator: Estimator): Functional {
  return combine(estimator, {
    value: (target, baseline) => (baseline > 0 ? target / baseline - 1 : NaN),
    weights: (target, baseline) => [1 / baseline, -target / baseline ** 2],
  });
}

/** Value of one policy by one estimator less that by another: what two ways of looking at the same decisions disagree by. */
export function gapBetween(one: Estimator, other: Estimator, role: PolicyRole): Functional {
  const [a, b] = [valueOf(one, role), valueOf(other, role)];
  const split = (means: readonly number[]) =>
    [means.slice(0, a.keys.length), means.slice(a.keys.length)] as const;
  return {
    keys: [...a.keys, ...b.keys],
    weightKeys: [...a.weightKeys, ...b.weightKeys],
    value: (means) => {
      const [ofOne, ofOther] = split(means);
      return a.value(ofOne) - b.value(ofOther);
    },
    gradient: (means) => {
      const [ofOne, ofOther] = split(means);
      return [...a.gradient(ofOne), ...b.gradient(ofOther).map((slope) => -slope)];
    },
  };
}

interface Combination {
  value(target: number, baseline: number): number;
  /** Derivatives of `value`. */
  weights(target: number, baseline: number): readonly [number, number];
}

function combine(estimator: Estimator, { value, weights }: Combination): Functional {
  const [target, baseline] = [valueOf(estimator, 'target'), valueOf(estimator, 'baseline')];
  const count = target.keys.length;
  const split = (means: readonly number[]) => [means.slice(0, count), means.slice(count)] as const;
  return {
    keys: [...target.keys, ...baseline.keys],
    weightKeys: [...target.weightKeys, ...baseline.weightKeys],
    value: (means) => {
      const [ofTarget, ofBaseline] = split(means);
      return value(target.value(ofTarget), baseline.value(ofBaseline));
    },
    gradient: (means) => {
      const [ofTarget, ofBaseline] = split(means);
      const [a, b] = weights(target.value(ofTarget), baseline.value(ofBaseline));
      return [
        ...target.gradient(ofTarget).map((slope) => a * slope),
        ...baseline.gradient(ofBaseline).map((slope) => b * slope),
      ];
    },
  };
}
