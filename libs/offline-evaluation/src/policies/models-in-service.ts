import { createLogger } from '@keyart/common';
import type { ModelHead, ModelKind } from '@keyart/contracts';
import { ModelVersionsRepository, type Database } from '@keyart/db';
import { ServingModels as ServedModels } from '@keyart/decisions';
import type { ServingModels } from '@keyart/ranking';
import type { JudgedDecision } from './judged-decision';
import { policyText, type KeyartPolicy } from './keyart-policy';
import { PolicyInputError } from './policy-input-error';

/** The models that serve now, without an LLM and without a student, which reads what only the service holds. */
export async function modelsInService(
  database: Database,
  policy: KeyartPolicy,
  decisions: readonly JudgedDecision[],
): Promise<ServingModels> {
  const registry = new ModelVersionsRepository(database);
  const heads = (await registry.inService()).filter(({ stage }) => stage === 'active');
  checkUnseen(policy, heads, decisions);
  const served = new ServedModels({ models: registry, llm: null, logger: createLogger('keyart', 'error') });
  await served.refresh();
  const { bandit, popularity, guard, hybrid, insights } = served.current();
  return { bandit, popularity, guard, llm: null, student: null, hybrid, insights };
}

/** A model that was fitted on a decision knows what became of it, and would look better than it is. */
function checkUnseen(
  policy: KeyartPolicy,
  heads: readonly ModelHead[],
  decisions: readonly JudgedDecision[],
): void {
  for (const { version, kind, summary } of heads) {
    const until = usedBy(policy).includes(kind) ? trainedUntil(summary) : null;
    const seen = decisions.filter(({ known }) => until !== null && known && known.record.decidedAt <= until);
    if (until === null || seen.length === 0) continue;
    const [{ choice }] = seen;
    throw new PolicyInputError({
      neededBy: policyText(policy),
      ...{ problem: `the model ${version} was fitted on what it would be judged on`, count: seen.length },
      ...{ row: choice.row, column: 'decision_id', value: choice.decisionId },
      hint: `Judge it on decisions after ${until.toISOString()}${orCrossFitted(policy)}.`,
    });
  }
}

function orCrossFitted(policy: KeyartPolicy): string {
  if (policy.name === 'hybrid') return '';
  return `, or say ${policyText({ ...policy, models: 'cross-fitted' })}`;
}

function usedBy({ name }: KeyartPolicy): readonly ModelKind[] {
  if (name === 'popular') return ['popularity', 'guard'];
  const ofBandit = ['bandit', 'insights', 'guard'] as const;
  return name === 'hybrid' ? [...ofBandit, 'hybrid'] : ofBandit;
}

/** null: not told, e.g. of a model that was never fitted. */
function trainedUntil({ trainedUntil: until }: ModelHead['summary']): Date | null {
  return typeof until === 'string' ? new Date(until) : null;
}
