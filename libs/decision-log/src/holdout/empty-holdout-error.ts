import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import type { FunnelStep, UniformRule } from './holdout-manifest';

/** What was looked for, and what each step left. */
export interface EmptyHoldout {
  readonly rule: UniformRule;
  readonly funnel: readonly FunnelStep[];
}

/** Nothing is left to be held out: says after which step, and which slices there are. */
export async function emptyHoldoutError(
  analysis: Analysis,
  { rule, funnel }: EmptyHoldout,
): Promise<DecisionLogError> {
  const steps = funnel.map(({ step, rowCount }) => `${step}: ${rowCount}`);
  const first = funnel.find(({ rowCount }) => rowCount === 0);
  const hint =
    rule.kind === 'slice'
      ? ` Slices in the column ${rule.column}: ${await slices(analysis)}; --slice NAME takes another.`
      : '';
  return new DecisionLogError(
    'EMPTY_HOLDOUT',
    `no decision is left to hold out (none ${first?.step ?? 'left'}).${hint}\n  ${steps.join('\n  ')}`,
  );
}

async function slices(analysis: Analysis): Promise<string> {
  const found = await analysis.rows<{ slice: string; count: number }>(
    'SELECT slice, count(*)::DOUBLE AS count FROM marked GROUP BY slice ORDER BY count DESC, slice LIMIT 10',
  );
  return found.map(({ slice, count }) => `${slice} (${count})`).join(', ');
}
