import type { ArmSums } from './arm-sums';
import type { ExperimentPlan, MeasuredMetric } from './experiment-plan';
import { metricOf } from './metrics/metric-of';

/** Without two units there is no variance. */
export const FEWEST_UNITS = 2;

/** An arm that was not compared with the control on a metric, or a control that nothing was compared with. */
export interface NotCompared {
  /** Of the metric. */
  readonly name: string;
  readonly arm: string;
  readonly memberCount: number;
  /** In plain words. */
  readonly reason: string;
}

/**
 * Why an arm is too small to be measured, or null. Too few units come first: the sums of such an arm need not be there.
 * @param fewest units, 2 at least
 */
export function shortageOf(
  type: MeasuredMetric['type'],
  sums: ArmSums,
  fewest: number = FEWEST_UNITS,
): string | null {
  const { n } = sums;
  if (n < fewest) return `${n} ${n === 1 ? 'member' : 'members'}, fewer than ${fewest}`;
  return metricOf(type).shortage(sums);
}

/** Every arm of every metric that is too small to be measured; of a metric whose control is, the control alone. */
export function armsNotCompared(
  { fewestUnits }: Pick<ExperimentPlan, 'fewestUnits'>,
  metrics: readonly MeasuredMetric[],
): NotCompared[] {
  return metrics.flatMap(({ name, type, arms: [control, ...treatments] }) => {
    const shortage = shortageOf(type, control, fewestUnits);
    if (shortage !== null) {
      const reason = `${shortage}: no arm can be compared with it`;
      return [{ name, arm: control.name, memberCount: control.n, reason }];
    }
    return treatments.flatMap((arm) => {
      const reason = shortageOf(type, arm, fewestUnits);
      return reason === null ? [] : [{ name, arm: arm.name, memberCount: arm.n, reason }];
    });
  });
}
