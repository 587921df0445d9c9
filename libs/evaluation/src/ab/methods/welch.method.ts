import { studentQuantile } from '../../distributions/student-quantile';
import { studentSurvival } from '../../distributions/student-survival';
import type { IntervalMethod } from './interval-method';

/**
 * Student's t with Welch's degrees of freedom: one look, at a time fixed beforehand. Looked at again and again, it is wrong far more often
 * than its level says.
 * Source: Welch, "The generalization of 'Student's' problem when several different population variances are involved" (Biometrika 1947).
 */
export const WELCH: IntervalMethod = {
  name: 'welch',
  criticalValue: ({ degreesOfFreedom }, alpha) => studentQuantile(1 - alpha / 2, degreesOfFreedom),
  pValue: ({ effect, standardError, degreesOfFreedom }) =>
    2 * studentSurvival(Math.abs(effect) / standardError, degreesOfFreedom),
};
