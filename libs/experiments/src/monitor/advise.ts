import { effectText, rangeText } from '../analysis/experiment-summary-lines';
import type { Advice, Look } from './monitor-result';

/** What all looks so far say; broken things come before good news. */
export function advise(looks: readonly Look[]): { advice: Advice; reason: string } {
  const mismatch = looks.find(({ sampleRatio }) => sampleRatio.isMismatch);
  if (mismatch)
    return {
      advice: 'stop: sample ratio',
      reason: `on day ${mismatch.day} the arms had ${mismatch.memberCounts.join(' and ')} members, which their weights do not explain (p = ${mismatch.sampleRatio.pValue.toExponential(1)})`,
    };
  for (const { day, metrics } of looks) {
    const broken = metrics.find(({ guardrail }) => guardrail?.state === 'broken');
    if (broken)
      return {
        advice: 'stop: guardrail',
        reason: `on day ${day} ${broken.name} of ${broken.comparison} was ${rangeText(broken)}, all beyond the margin of ${effectText(broken.guardrail?.margin ?? 0, broken.relative)}`,
      };
  }
  const last = looks.at(-1);
  const shown = last?.metrics.find(
    ({ verdict, guardrail }) => !guardrail && (verdict === 'better' || verdict === 'worse'),
  );
  if (shown)
    return {
      advice: 'decided',
      reason: `${shown.name}: ${shown.comparison} is ${shown.verdict}, ${rangeText(shown)}`,
    };
  return { advice: 'go on', reason: `after ${looks.length} looks no goal metric is decided` };
}
