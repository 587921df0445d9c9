import { assignmentFraction } from '@keyart/common';
import { checkParameter } from '../check-parameter';
import { PolicyParameterError } from '../errors';
import type { Policy } from '../policy';

/** One arm of an experiment. */
export interface ExperimentArm<Name extends string = string> {
  /** Unique in the experiment; goes into the decision record. */
  readonly name: Name;
  /** Share of members, relative to the other arms, ≥ 0. */
  readonly weight: number;
  readonly policy: Policy;
}

/** Arms and the salt that deals members to them. */
export interface ExperimentMixtureParameters<Name extends string = string> {
  /** Names the experiment and its version; another salt deals anew. */
  readonly salt: string;
  readonly arms: readonly ExperimentArm<Name>[];
}

/** A policy per member, and which. */
export interface ExperimentMixture<Name extends string = string> extends Policy {
  /** The arm a member is in, e.g. to load that arm's sticky state; a pure function of salt and member. */
  armOf(memberId: string): Name;
}

/**
 * Deals every member to one arm for good, by a salted hash over the arms' cumulative shares, and answers with that
 * arm's policy, naming it in `arm`. The propensity is conditional on the arm, which is why the record names it.
 * Mixtures do not nest: the outer one's arm would overwrite the inner one's.
 * Unavailable exactly when the arm's policy is.
 * @throws PolicyParameterError `arms` (none, a name twice, no positive weight), `weight` (negative or not finite)
 */
export function experimentMixture<Name extends string>(
  parameters: ExperimentMixtureParameters<Name>,
): ExperimentMixture<Name> {
  const { salt, arms } = parameters;
  const bounds = cumulativeShares(arms);
  const find = (memberId: string): ExperimentArm<Name> => {
    const fraction = assignmentFraction(salt, memberId);
    return arms[bounds.findIndex((bound) => fraction < bound)];
  };
  return {
    name: `mixture(${arms.map(({ name, policy }) => `${name}: ${policy.name}`).join(', ')})`,
    armOf: (memberId) => find(memberId).name,
    distribute(context, candidates) {
      const arm = find(context.viewer.memberId);
      const answer = arm.policy.distribute(context, candidates);
      return answer.kind === 'unavailable' ? answer : { ...answer, arm: arm.name };
    },
  };
}

/** Upper bounds of the arms' shares of [0, 1); those from the last arm with weight on are 1 whatever the rounding. */
function cumulativeShares(arms: readonly ExperimentArm[]): readonly number[] {
  checkArms(arms);
  const total = arms.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0 && total < Infinity))
    throw new PolicyParameterError('arms', 'of a positive, finite total weight');
  const last = arms.findLastIndex(({ weight }) => weight > 0);
  let sum = 0;
  return arms.map(({ weight }, i) => (i >= last ? 1 : (sum += weight) / total));
}

function checkArms(arms: readonly ExperimentArm[]): void {
  for (const { weight } of arms) checkParameter({ weight }, 0);
  const names = new Set(arms.map(({ name }) => name));
  if (names.size !== arms.length) throw new PolicyParameterError('arms', 'of different names');
}
