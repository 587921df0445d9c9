import type { Analysis } from '@keyart/decision-log';
import type { MeasuredMetric } from '@keyart/evaluation';
import { ExperimentError } from '../errors';
import { readArms } from '../data/read-arms';
import type { ExperimentDataOptions } from './experiment-data-options';

/** Every metric over the events that a condition holds for. @param arms control first @param where SQL condition on `events` */
export async function measureMetrics(
  analysis: Analysis,
  { metrics, guardrails, lowerIsBetter, winsoriseAt }: ExperimentDataOptions,
  { arms, where }: { readonly arms: readonly string[]; readonly where: string },
): Promise<MeasuredMetric[]> {
  const measured: MeasuredMetric[] = [];
  for (const [index, spec] of metrics.entries()) {
    const better = lowerIsBetter.has(spec.name) ? 'lower' : 'higher';
    const margin = guardrails.get(spec.name);
    const guardrail = margin === undefined ? undefined : { margin, better: better as 'higher' | 'lower' };
    const sums = await readArms(analysis, { index, spec, arms, where, winsoriseAt });
    measured.push({ name: spec.name, type: spec.type, better, guardrail, arms: sums });
  }
  return measured;
}

/**
 * Arms in order, control first.
 * @param found by name
 * @throws ExperimentError where the control or an arm with a weight is not among them, or an arm has no weight
 */
export function orderArms(
  { control, weights }: Pick<ExperimentDataOptions, 'control' | 'weights'>,
  found: readonly string[],
): { arms: string[]; weights: number[] } {
  const named = [...(control === null ? [] : [control]), ...(weights?.keys() ?? [])];
  const all = weights ? [...new Set([...found, ...weights.keys()])] : [...found];
  const unknown = named.find((name) => !all.includes(name));
  if (unknown !== undefined) throw bad(`arm ${unknown} is not in the data; there are ${found.join(', ')}`);
  const first = control ?? (all.includes('control') ? 'control' : all[0]);
  const arms = [first, ...all.filter((name) => name !== first)];
  const missingWeight = weights && arms.find((name) => !weights.has(name));
  if (missingWeight)
    throw bad(`--weights has none for arm ${missingWeight}; 0 for an arm that should have no traffic`);
  return { arms, weights: arms.map((name) => weights?.get(name) ?? 1) };
}

function bad(detail: string): ExperimentError {
  return new ExperimentError('BAD_EXPERIMENT_OPTION', detail);
}
