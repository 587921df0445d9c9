import type { TierFailure } from '@keyart/contracts';
import { PolicyParameterError } from '../errors';
import type { Policy, PolicyAnswer } from '../policy';
import { isNothingEligible } from '../unavailable';

/**
 * The first policy that answers, in the order given; what the tiers before it failed for goes into `tierFailures`.
 * Which tier answers depends on the context alone, so the propensity stays exact given the tier.
 * Unavailable: with `no-eligible-artwork` as soon as one tier says so (no later tier may mask it), else with the
 * failures of all tiers.
 * @throws PolicyParameterError `policies` when empty
 */
export function fallback(policies: readonly Policy[]): Policy {
  if (policies.length === 0) throw new PolicyParameterError('policies', 'a list of at least one policy');
  return {
    name: `fallback(${policies.map(({ name }) => name).join(', ')})`,
    distribute(context, candidates) {
      let failures: readonly TierFailure[] = [];
      for (const policy of policies) {
        const answer = policy.distribute(context, candidates);
        if (answer.kind === 'distribution') return withFailures(answer, failures);
        if (isNothingEligible(answer)) return answer;
        failures = [...failures, ...answer.failures];
      }
      return { kind: 'unavailable', failures };
    },
  };
}

function withFailures(
  answer: PolicyAnswer & { kind: 'distribution' },
  failures: readonly TierFailure[],
): PolicyAnswer {
  if (failures.length === 0) return answer;
  return { ...answer, tierFailures: [...failures, ...answer.tierFailures] };
}
