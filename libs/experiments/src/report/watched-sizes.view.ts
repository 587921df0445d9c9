import { html, type Html } from '@keyart/common';
import { countText, dataTable } from '@keyart/decision-log';
import type { ExperimentMonitor } from '../monitor/monitor-result';
import { armSizesView } from './arm-sizes.view';
import { sampleRatioChart } from './charts/sample-ratio.chart';
import { pText } from './effect-text';
import { exposureText } from './sample-ratio.view';

/** Who has come in by day, and whether the arms kept their sizes. */
export function watchedSizesView({ arms, weights, looks, multipleExposure }: ExperimentMonitor): Html | null {
  const last = looks.at(-1);
  if (!last) return null;
  const sizes = arms.map((name, i) => ({ name, weight: weights[i], memberCount: last.memberCounts[i] }));
  return html`<section aria-labelledby="ratio">
    <h2 id="ratio">Members and sample ratio</h2>
    <div class="charts">
      ${sampleRatioChart(looks)}
      ${armSizesView(
        sizes,
        html`At the last look. Bars are members, strokes what the weights ask for.
        ${exposureText(multipleExposure)}`,
      )}
    </div>
    ${dataTable({
      caption: 'Members by day, all that had come in until then',
      numbers: [1, arms.length + 2],
      head: ['Day', ...arms, 'Sample ratio p', 'Alarm'],
      rows: looks.map(({ day, memberCounts, sampleRatio }) => [
        ...[String(day), ...memberCounts.map(countText), pText(sampleRatio.pValue)],
        sampleRatio.isMismatch ? html`<span class="tone worse">✗ mismatch</span>` : 'none',
      ]),
    })}
  </section>`;
}
