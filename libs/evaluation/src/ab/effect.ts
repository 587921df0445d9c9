import type { ArmMoments } from './arm-moments';

/** A difference between two arms, before any interval. */
export interface Effect {
  /** Treatment minus control; a fraction of the control's mean, its sign aside, where relative. */
  readonly effect: number;
  readonly standardError: number;
  /** Welch's. */
  readonly degreesOfFreedom: number;
  /** Units of both arms. */
  readonly sampleCount: number;
  /** `s²_T + s²_C` on the effect's scale: what both arms' units vary by. */
  readonly unitVariance: number;
}

/** The arms to compare, adjusted or not, and the control's and treatment's own means. */
export interface ArmPair {
  readonly control: ArmMoments;
  readonly treatment: ArmMoments;
  readonly unadjusted: { readonly control: number; readonly treatment: number };
}

type ArmSpread = Pick<ArmMoments, 'n' | 'variance'>;

/** Why nothing can be said of an effect's error. */
export interface UntestedEffect {
  readonly problem: string;
  /** The difference all the same; null: there is none, or it is not defined. */
  readonly effect: number | null;
}

/**
 * The absolute difference, with variance `vT/nT + vC/nC`, or the relative lift by the delta method, with variance
 * `vT/(nT mC²) + vC mT²/(nC mC⁴)`. The lift divides by the size of the control's own mean, so that more is more where means are negative, and not
 * by the adjusted one, which may be near 0.
 * Source: Deng, Knoblich and Lu, "Applying the delta method in metric analytics" (KDD 2018), section 3.2; Welch, Biometrika 1947.
 */
export function effectOf(pair: ArmPair, isRelative: boolean): Effect | UntestedEffect {
  const { control, treatment, unadjusted } = pair;
  if (isRelative && unadjusted.control === 0)
    return { effect: null, problem: 'the control mean is 0: only an absolute difference is defined' };
  const scale = isRelative ? unadjusted.control ** 2 : 1;
  const carry = isRelative ? (unadjusted.treatment / unadjusted.control) ** 2 : 1;
  const [treatmentUnit, controlUnit] = [treatment.variance / scale, (control.variance * carry) / scale];
  const variance = treatmentUnit / treatment.n + controlUnit / control.n;
  const effect = (treatment.mean - control.mean) / (isRelative ? Math.abs(unadjusted.control) : 1);
  if (!(variance > 0)) return withoutVariation(effect);
  return {
    effect,
    standardError: Math.sqrt(variance),
    degreesOfFreedom: welchDegreesOfFreedom(control, treatment),
    sampleCount: control.n + treatment.n,
    unitVariance: treatmentUnit + controlUnit,
  };
}

function withoutVariation(effect: number): UntestedEffect {
  return effect === 0
    ? { effect: null, problem: 'no variation in either arm: there is nothing to test' }
    : {
        effect,
        problem: 'no variation in either arm: their means differ, and how well they are known cannot be told',
      };
}

/** Welch's. @param control and treatment units, 2 at least, and what one of them varies by */
export function welchDegreesOfFreedom(control: ArmSpread, treatment: ArmSpread): number {
  const [c, t] = [control.variance / control.n, treatment.variance / treatment.n];
  return (c + t) ** 2 / (c ** 2 / (control.n - 1) + t ** 2 / (treatment.n - 1));
}
