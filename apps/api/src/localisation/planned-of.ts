import { InputError } from '@keyart/common';
import type { LocalisationPlans, PlanOutcome, PlanRequest } from '@keyart/insights';
import { ProblemException } from '../problems/problem.exception';

/** A plan, or the problem that says why there is none. */
export async function plannedOf(
  plans: LocalisationPlans,
  request: PlanRequest,
): Promise<PlanOutcome & { kind: 'planned' }> {
  const outcome = await planOutcomeOf(plans, request);
  if (outcome.kind === 'unknown-title')
    throw new ProblemException('unknown-resource', 'there is no such title');
  if (outcome.kind === 'no-model')
    throw new ProblemException('conflict', 'there is no audience model: train one, then ask again');
  return outcome;
}

/** A plan, or which of the expected reasons there is none for. */
export function planOutcomeOf(plans: LocalisationPlans, request: PlanRequest): Promise<PlanOutcome> {
  return plans.planOf(request).catch(asDependency);
}

/** The data files are ours, not the caller's. */
function asDependency(error: unknown): never {
  if (!(error instanceof InputError) || error.code !== 'BAD_LOCALISATION_DATA') throw error;
  const detail = 'the market data of this service are at fault; its log says where';
  throw new ProblemException('dependency-unavailable', detail, { cause: error });
}
