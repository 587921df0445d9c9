import { html, type Html } from '@keyart/common';
import { WARNING_LIMITS } from '@keyart/evaluation';
import type { SegmentResult } from '../../evaluation-result';
import { countText } from '../number-text';

/** Effective sample size of each segment; null: there are none. */
export function segmentSizesChart(segments: readonly SegmentResult[]): Html | null {
  if (segments.length === 0) return null;
  const most = Math.max(...segments.map(({ sampleCount }) => sampleCount));
  return html`<figure class="card">
    <h3>Effective sample size by segment (target)</h3>
    <ul class="rows long-names">
      ${segments.map((segment) => sizeRow(segment, most))}
    </ul>
    <figcaption>
      Decisions (pale) and how many of the target's own they are worth (strong). Below
      ${countText(WARNING_LIMITS.leastEffectiveSampleSize)} a segment's interval is not to be trusted.
    </figcaption>
  </figure>`;
}

function sizeRow({ column, value, sampleCount, effectiveSampleSize }: SegmentResult, most: number): Html {
  const width = (count: number): string => `${((100 * count) / most).toFixed(2)}%`;
  const text = `${countText(effectiveSampleSize)} of ${countText(sampleCount)}`;
  return html`<li class="row">
    <span class="name">${column} = ${value}</span>
    <svg role="img" width="100%" height="22">
      <title>${column} = ${value}: effective sample size ${text} decisions</title>
      <rect class="bar pale" x="0" y="3" height="16" width="${width(sampleCount)}" />
      <rect class="bar" x="0" y="6" height="10" width="${width(effectiveSampleSize)}" />
    </svg>
    <span class="numbers">${text}</span>
  </li>`;
}
