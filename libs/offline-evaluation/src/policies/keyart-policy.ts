import { InputError } from '@keyart/common';
import type { PolicySpec } from '@keyart/decision-log';

/** Policies of the service that can be judged on a log. */
export const KEYART_POLICIES = ['production', 'popular', 'not-personalised', 'llm', 'hybrid'] as const;

/** One of the policies. */
export type KeyartPolicyName = (typeof KEYART_POLICIES)[number];

/** Which models a policy predicts with. */
export type ModelSource =
  /** Those that serve now; refused where they were fitted on what they would be judged on. */
  | 'in-service'
  /** Fitted five times, each on four fifths of the log's members, and judged on the rest. */
  | 'cross-fitted';

/** A policy of the service, and its models. */
export interface KeyartPolicy {
  readonly name: KeyartPolicyName;
  readonly models: ModelSource;
}

/** Of the log itself; they need nothing but it. */
const LOG_POLICIES = ['uniform', 'logging'];
const CROSS_FITTED = '@cross-fitted';

/**
 * The policy of the service that a spec names: `policy:NAME` or `policy:NAME@cross-fitted`.
 * @returns null for a spec that the log answers by itself
 * @throws InputError `UNKNOWN_POLICY` with the names that are known
 */
export function keyartPolicyOf(spec: PolicySpec): KeyartPolicy | null {
  if (spec.kind !== 'named' || LOG_POLICIES.includes(spec.policy)) return null;
  const isCrossFitted = spec.policy.endsWith(CROSS_FITTED);
  const wanted = isCrossFitted ? spec.policy.slice(0, -CROSS_FITTED.length) : spec.policy;
  const name = KEYART_POLICIES.find((one) => one === wanted);
  if (name === 'hybrid' && isCrossFitted) throw notCrossFitted();
  if (name) return { name, models: isCrossFitted ? 'cross-fitted' : 'in-service' };
  const known = [...LOG_POLICIES, ...KEYART_POLICIES].join(', ');
  throw new InputError(
    'UNKNOWN_POLICY',
    `policy:${spec.policy} is not known; known are ${known}, of these ${KEYART_POLICIES.join(', ')} also with ${CROSS_FITTED}`,
  );
}

/** Its weights are learnt from what was scored before a decision, which the log alone does not hold. */
function notCrossFitted(): InputError {
  const detail =
    'policy:hybrid is judged with the models in service only, on decisions after they were fitted';
  return new InputError('UNKNOWN_POLICY', detail);
}

/** Whether it reads the LLM's scores. */
export function readsLabelScores({ name }: KeyartPolicy): boolean {
  return name === 'llm' || name === 'hybrid';
}

/** As it stands on the command line. */
export function policyText({ name, models }: KeyartPolicy): string {
  return `policy:${name}${models === 'cross-fitted' ? CROSS_FITTED : ''}`;
}

/** Whether it looks at who is watching. */
export function isPersonal({ name }: KeyartPolicy): boolean {
  return name === 'production' || name === 'llm' || name === 'hybrid';
}

/** Whether the log alone says all that it needs: popularity is counted, whatever the pictures show. */
export function isFromLogAlone({ name, models }: KeyartPolicy): boolean {
  return name === 'popular' && models === 'cross-fitted';
}
