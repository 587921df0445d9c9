import { describeFault, readCheckedJson } from '@keyart/common';
import { type ExperimentPlan, type MeasuredMetric, type NamedArm } from '@keyart/evaluation';
import { ExperimentError } from '../errors';
import { planOf } from '../plan-of';
import { ExperimentSummary, type SummaryMetric } from './experiment-summary.dto';
import type { SummaryArm } from './summary-arm.dto';

/** A test as a summary file describes it. */
export interface SummarisedExperiment {
  readonly plan: ExperimentPlan;
  readonly metrics: readonly MeasuredMetric[];
}

/**
 * Reads a summary file.
 * @throws ExperimentError `BAD_SUMMARY` with every field that is wrong, or naming the metric or arm that is
 */
export async function readSummary(file: string): Promise<SummarisedExperiment> {
  const { value, faults } = await readCheckedJson(file, ExperimentSummary);
  if (!value || faults.length > 0) throw bad(file, faults.map(describeFault));
  const metrics = value.metrics.map((metric, m) =>
    measuredMetric(metric, (a) => `${file}: metrics[${m}].arms[${a}]`),
  );
  checkNames(file, metrics);
  return { plan: planOf(value, metrics[0].arms.length), metrics };
}

function checkNames(file: string, metrics: readonly MeasuredMetric[]): void {
  const repeated = firstRepeated(metrics.map(({ name }) => name));
  if (repeated !== undefined) throw bad(file, [`metric ${repeated} stands there twice`]);
  const [first] = metrics;
  for (const metric of metrics) {
    const arm = firstRepeated(armNames(metric));
    if (arm !== undefined) throw bad(file, [`metric ${metric.name}: arm ${arm} stands there twice`]);
    const [names, wanted] = [metric, first].map((one) => armNames(one).join(', '));
    if (names !== wanted)
      throw bad(file, [
        `metric ${metric.name} has the arms ${names}, metric ${first.name} has ${wanted}; all need the same ones in one order, control first`,
      ]);
  }
}

function firstRepeated(names: readonly string[]): string | undefined {
  return names.find((name, i) => names.indexOf(name) < i);
}

function armNames({ arms }: MeasuredMetric): string[] {
  return arms.map(({ name }) => name);
}

function bad(file: string, details: readonly string[]): ExperimentError {
  return new ExperimentError('BAD_SUMMARY', details.map((detail) => `${file}: ${detail}`).join('\n'));
}

function measuredMetric(metric: SummaryMetric, placeOf: (arm: number) => string): MeasuredMetric {
  const { name, type, better = 'higher', guardrail } = metric;
  const arms = metric.arms.map((arm, a) => namedArm(metric, arm, { place: placeOf(a), index: a }));
  return { name, type, better, arms, guardrail: guardrail && { margin: guardrail.margin, better } };
}

function namedArm(
  { type, level }: SummaryMetric,
  arm: SummaryArm,
  { place, index }: { place: string; index: number },
): NamedArm {
  const { name, quantile, sum: givenSum, sumSquares: givenSquares, ...rest } = arm;
  const required = (field: string, value: number | undefined): number => {
    if (value !== undefined) return value;
    throw new ExperimentError('BAD_SUMMARY', `${place}.${field} is missing, needed by a ${type}`);
  };
  const isOverMembers = type === 'quantile' && arm.denominatorSum === undefined;
  const sum = isOverMembers ? (givenSum ?? 0) : required('sum', givenSum);
  const sumSquares =
    isOverMembers || type === 'proportion' ? (givenSquares ?? sum) : required('sumSquares', givenSquares);
  return {
    ...{ ...rest, sum, sumSquares },
    name: name ?? (index === 0 ? 'control' : index === 1 ? 'treatment' : `treatment ${index}`),
    quantile: quantile && { ...quantile, level: level ?? required('level', level) },
  };
}
