import { html, type Html, type HtmlPart } from '@keyart/common';
import { WARNING_LIMITS as LIMITS, type Diagnostics, type WeightDiagnostics } from '@keyart/evaluation';
import type { EvaluationResult } from '../evaluation-result';
import { calibrationChart } from './charts/calibration.chart';
import { clipChart } from './charts/clip-curve.chart';
import { cumulativeChart } from './charts/cumulative.chart';
import { weightHistogram } from './charts/weight-histogram.chart';
import { dataTable } from './data-table.view';
import { countText, intervalText, percentText, shortText, valueText } from './number-text';

/** What the weights, the log and the two policies are like. */
export function diagnosticsView(result: EvaluationResult): Html {
  const { diagnostics } = result;
  return html`<section aria-labelledby="diagnostics">
    <h2 id="diagnostics">Diagnostics</h2>
    <div class="charts">
      ${weightHistogram(diagnostics)} ${clipChart(result)} ${cumulativeChart(result)}
      ${calibrationChart(diagnostics.calibration)}
    </div>
    ${dataTable({
      caption: 'Weights of both policies',
      ...{ numbers: [1, 3], head: ['Measure', 'Target', 'Baseline', 'Fine when'] },
      rows: weightRows(diagnostics),
    })}
    ${dataTable({
      caption: 'The log and the two policies together',
      ...{ numbers: [1, 2], head: ['Measure', 'Value', 'Fine when'] },
      rows: logRows(diagnostics),
    })}
  </section>`;
}

function weightRows(diagnostics: Diagnostics): HtmlPart[][] {
  const both = (name: string, textOf: (of: WeightDiagnostics) => string, fine: string): HtmlPart[] => [
    ...[name, textOf(diagnostics), textOf(diagnostics.baseline), fine],
  ];
  const attainable = diagnostics.sampleCount / diagnostics.meanCandidateCount;
  const leastSize = Math.max(LIMITS.leastEffectiveSampleSize, LIMITS.leastEffectiveFraction * attainable);
  return [
    both(
      'Mean weight',
      (one) => shortText(one.meanWeight),
      `near ${shortText(diagnostics.expectedMeanWeight ?? 1)}`,
    ),
    both('… from there, in standard errors', (one) => shortText(one.meanWeightZ), `within ±${LIMITS.mostZ}`),
    both('Effective sample size', (one) => countText(one.effectiveSampleSize), `≥ ${countText(leastSize)}`),
    both(
      '… share of decisions',
      (one) => percentText(one.effectiveSampleSize / one.sampleCount),
      `uniform log: ${percentText(attainable / diagnostics.sampleCount)}`,
    ),
    both('Largest weight', (one) => shortText(one.maxWeight), '–'),
    both(
      '… share of all weight',
      (one) => percentText(one.maxWeightShare),
      `≤ ${percentText(LIMITS.mostWeightShare)}`,
    ),
    both(
      'Pareto k of the tail',
      (one) => shortText(one.paretoK),
      `< 0.5 good, < ${LIMITS.mostParetoK} usable`,
    ),
    both(
      'Rewarded decisions with weight',
      (one) => countText(one.rewardedRowCount),
      `≥ ${LIMITS.leastRewardedRowCount}`,
    ),
  ];
}

function logRows(diagnostics: Diagnostics): HtmlPart[][] {
  const rows: [string, string, string][] = [
    ['Decisions', countText(diagnostics.sampleCount), '–'],
    ['Members', countText(diagnostics.memberCount), '–'],
    ['Candidates a decision', shortText(diagnostics.meanCandidateCount), '–'],
    ['Mean reward of the log', valueText(diagnostics.meanReward), '–'],
    ['Uniform log', diagnostics.isUniformLog ? 'yes' : 'no', 'yes, for replay'],
    ['Target and baseline differ on', percentText(diagnostics.disagreementRate), '–'],
    [
      'Target on actions never logged',
      percentText(diagnostics.unsupportedMass),
      `≤ ${percentText(LIMITS.mostUnsupportedMass)}`,
    ],
    ['SNIPS less DR, in standard errors', shortText(diagnostics.agreementZ), `within ±${LIMITS.mostZ}`],
    [
      'Later half less earlier (SNIPS), in standard errors',
      shortText(diagnostics.driftZ),
      `within ±${LIMITS.mostZ}`,
    ],
  ];
  const bound = diagnostics.noRewardBound;
  return bound ? [...rows, ['Wilson bound: no reward carries weight', intervalText(bound), '–']] : rows;
}
