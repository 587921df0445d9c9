import type { ArmMoments } from './arm-moments';

/** Two arms adjusted by what was known of their members before. */
export interface Adjusted {
  readonly control: ArmMoments;
  readonly treatment: ArmMoments;
  /** θ, the slope of the metric on the covariate. */
  readonly slope: number;
  /** Share of the difference's variance that the covariate took away, < 1; negative: it added some. */
  readonly varianceDropFraction: number;
}

/**
 * CUPED: each arm's mean becomes `mean − θ x̄`, its variance `v + θ² v_x − 2 θ cov`, with θ = cov(Y, X) / var(X) of both arms' sums added
 * up. Unbiased for the difference in a randomised test, whatever θ, because the covariate is older than the exposure.
 * Source: Deng, Xu, Kohavi and Walker, "Improving the sensitivity of online controlled experiments by utilizing pre-experiment data"
 * (WSDM 2013), section 3.
 * @param arms with covariates
 * @param joint moments of both arms' summed sums
 * @returns null where one of them has no covariate, or the covariate does not vary
 */
export function cuped(
  arms: { readonly control: ArmMoments; readonly treatment: ArmMoments },
  joint: ArmMoments,
): Adjusted | null {
  if (!joint.covariate || joint.covariate.variance === 0) return null;
  const slope = joint.covariate.covariance / joint.covariate.variance;
  const [control, treatment] = [adjust(arms.control, slope), adjust(arms.treatment, slope)];
  const after = control.variance / control.n + treatment.variance / treatment.n;
  const before = arms.control.variance / control.n + arms.treatment.variance / treatment.n;
  return { control, treatment, slope, varianceDropFraction: before > 0 ? 1 - after / before : 0 };
}

function adjust(arm: ArmMoments, slope: number): ArmMoments {
  if (!arm.covariate) return arm;
  const { mean, variance, covariance } = arm.covariate;
  const left = arm.variance + slope ** 2 * variance - 2 * slope * covariance;
  return { ...arm, mean: arm.mean - slope * mean, variance: Math.max(0, left) };
}
