import { html, type Html } from '@keyart/common';
import { countText, dataTable, percentText } from '@keyart/decision-log';
import type { LiveReport } from '../live/live-report';
import { sampleRatioChart } from './charts/sample-ratio.chart';

/** Who saw the arms, how far each arm's own policy served, and the sample ratio day by day. */
export function exposuresView({ exposures, sampleRatioByDay }: LiveReport): Html {
  const looks = sampleRatioByDay.map(({ day, ...sampleRatio }) => ({ day, sampleRatio }));
  return html`<section aria-labelledby="exposures">
    <h2 id="exposures">Who saw what</h2>
    ${looks.length > 1 && html`<div class="charts">${sampleRatioChart(looks)}</div>`}
    ${dataTable({
      caption: 'Exposures; served by another tier: where the arm’s own policy failed or was not ready',
      numbers: [1, 4],
      head: ['Arm', 'Members', 'Decisions', 'Served by another tier'],
      rows: exposures.map(({ arm, memberCount, decisionCount, fallbackFraction }) => [
        ...[arm, countText(memberCount), countText(decisionCount), percentText(fallbackFraction)],
      ]),
    })}
  </section>`;
}
