import { html, type Html } from '@keyart/common';
import type { EvaluationResult, SegmentResult } from '../evaluation-result';
import { segmentSizesChart } from './charts/segment-sizes.chart';
import { dataTable } from './data-table.view';
import { countText, intervalText, levelText, shortText, signedText, valueText } from './number-text';

/** The difference in each group of decisions; null: none were asked for. */
export function segmentsView({ segments, policies, configuration }: EvaluationResult): Html | null {
  if (segments.length === 0) return null;
  return html`<section aria-labelledby="segments">
    <h2 id="segments">Segments</h2>
    <p>
      ${countText(segments.length)} groups were looked at. Read the corrected p-value: among many groups one
      looks good by chance. A segment never overrules the verdict.
    </p>
    ${segmentSizesChart(segments)}
    ${dataTable({
      caption: `Paired difference by segment, ${policies.target} less ${policies.baseline}`,
      numbers: [2, 8],
      head: [
        'Segment',
        'Estimator',
        'Decisions',
        'ESS',
        'Difference',
        'Std. error',
        levelText(configuration.alpha),
        'p (Holm)',
      ],
      rows: segments.map(rowOf),
    })}
  </section>`;
}

function rowOf({ column, value, estimator, difference, ...segment }: SegmentResult) {
  return [
    `${column} = ${value}`,
    html`<code>${estimator ?? '–'}</code>`,
    ...[countText(segment.sampleCount), countText(segment.effectiveSampleSize)],
    ...[signedText(difference?.value ?? null), valueText(difference?.standardError ?? null)],
    ...[intervalText(difference?.interval ?? null, signedText), shortText(segment.adjustedPValue)],
  ];
}
