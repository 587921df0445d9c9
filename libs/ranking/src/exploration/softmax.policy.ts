import { temperedSoftmax } from '../calibration/tempered-softmax';
import { checkParameter } from '../check-parameter';
import type { Policy } from '../policy';
import type { Scorer } from '../scorer';
import { scoredPolicy } from './scored-policy';

/**
 * Boltzmann exploration: p_a = exp(ŝ_a / T) / Σ exp(ŝ_b / T) over the eligible.
 * For comparison offline; it has no regret guarantee with a fixed T (Cesa-Bianchi et al., "Boltzmann exploration done
 * right", 2017), which is why SquareCB serves.
 * @param temperature T ≥ 1e-6, in units of the reward
 * @throws PolicyParameterError `temperature`
 */
export function softmax(scorer: Scorer, { temperature }: { readonly temperature: number }): Policy {
  checkParameter({ temperature }, 1e-6);
  const rule = (scores: readonly number[]): readonly number[] => temperedSoftmax(scores, temperature);
  return scoredPolicy({ name: `softmax(${scorer.source})`, scorer, rule });
}
