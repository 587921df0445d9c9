import { effectText, rangeText } from '../analysis/experiment-summary-lines';
import { leakedTrafficText } from '../analysis/leaked-traffic-text';
import { isComplete, lastJudged, type Advice, type ExperimentMonitor } from './monitor-result';

/** What advice is drawn from. */
export type Watched = Pick<
  ExperimentMonitor,
  'arms' | 'weights' | 'multipleExposure' | 'plannedMembers' | 'looks'
>;

/** What all looks so far say; broken things come before good news. */
export function advise(watched: Watched): { advice: Advice; reason: string } {
  const { looks } = watched;
  const mismatch = looks.find(({ sampleRatio }) => sampleRatio.isMismatch);
  if (mismatch)
    return {
      advice: 'stop: sample ratio',
      reason: `on day ${mismatch.day} the arms had ${mismatch.memberCounts.join(' and ')} members, which their weights do not explain (p = ${mismatch.sampleRatio.pValue.toExponential(1)})`,
    };
  const fault = assignmentFault(watched);
  if (fault) return { advice: 'stop: assignment', reason: fault };
  for (const { day, metrics } of looks.filter(({ isBeyondPlan }) => !isBeyondPlan)) {
    const broken = metrics.find(({ guardrail }) => guardrail?.state === 'broken');
    if (broken)
      return {
        advice: 'stop: guardrail',
        reason: `on day ${day} ${broken.name} of ${broken.comparison} was ${rangeText(broken)}, all beyond the margin of ${effectText(broken.guardrail?.margin ?? 0, broken.relative)}`,
      };
  }
  const last = lastJudged(looks);
  const shown = last?.metrics.find(
    ({ verdict, guardrail }) => !guardrail && (verdict === 'better' || verdict === 'worse'),
  );
  if (shown)
    return {
      advice: 'decided',
      reason: `${shown.name}: ${shown.comparison} is ${shown.verdict}, ${rangeText(shown)}`,
    };
  if (last && isComplete(last, watched.plannedMembers))
    return {
      advice: 'stop: planned size',
      reason: `on day ${last.day} the test had its ${watched.plannedMembers} members, and no goal metric was decided`,
    };
  return { advice: 'go on', reason: `after ${looks.length} looks no goal metric is decided` };
}

function assignmentFault({ arms, weights, multipleExposure, looks }: Watched): string | null {
  const { memberCount, share, isBroken } = multipleExposure;
  if (isBroken)
    return `${memberCount} members met several arms, ${(100 * share).toFixed(1)}% of all: those that are left are a selection`;
  const counts = looks.at(-1)?.memberCounts ?? [];
  const leak = arms.findIndex((_, i) => weights[i] === 0 && counts[i] > 0);
  return leak < 0 ? null : leakedTrafficText(arms[leak], counts[leak]);
}
