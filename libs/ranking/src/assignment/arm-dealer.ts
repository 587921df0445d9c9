import { assignmentFraction } from '@keyart/common';
import type { ExperimentArm } from '@keyart/contracts';
import { PolicyParameterError } from '../errors';

/** What deals members to arms. */
export interface DealtArms {
  /** Of this version of the experiment alone, so that its arms are independent of every other hash. */
  readonly salt: string;
  readonly arms: readonly ExperimentArm[];
}

/**
 * Deals every member to one arm for good, by a salted hash over the arms' cumulative shares.
 * @returns the arm of a member; arm i gets weight_i / Σ weights of them
 * @throws PolicyParameterError `arms` (none, a name twice, total weight not finite), `weight` (not positive)
 */
export function armDealer({ salt, arms }: DealtArms): (memberId: string) => ExperimentArm {
  const bounds = cumulativeShares(arms);
  return (memberId) => {
    const fraction = assignmentFraction(salt, memberId);
    return arms[bounds.findIndex((bound) => fraction < bound)];
  };
}

/** Upper bounds of the arms' shares of [0, 1); the last is 1 whatever the rounding. */
function cumulativeShares(arms: readonly ExperimentArm[]): readonly number[] {
  checkArms(arms);
  const total = arms.reduce((sum, { weight }) => sum + weight, 0);
  if (!Number.isFinite(total)) throw new PolicyParameterError('arms', 'of a finite total weight');
  let sum = 0;
  return arms.map(({ weight }, i) => (i === arms.length - 1 ? 1 : (sum += weight) / total));
}

function checkArms(arms: readonly ExperimentArm[]): void {
  for (const { weight } of arms) {
    if (!(weight > 0)) throw new PolicyParameterError('weight', `> 0, got ${weight}`);
  }
  const names = new Set(arms.map(({ name }) => name));
  if (names.size !== arms.length || arms.length === 0)
    throw new PolicyParameterError('arms', 'at least one, of different names');
}
