import { html, type Html } from '@keyart/common';
import { levelText } from '@keyart/decision-log';
import type { ExperimentAnalysis } from '../analysis/experiment-result';
import { dailyEffectChart } from './charts/daily-effect.chart';

/** Effects day by day: do they fade or grow? null: there are no days. */
export function dailyEffectsView({ daily, configuration }: ExperimentAnalysis): Html | null {
  const charts = daily
    .map((one) => dailyEffectChart(one, configuration.relative))
    .filter((chart) => chart !== null);
  if (charts.length === 0) return null;
  return html`<section aria-labelledby="days">
    <h2 id="days">Effect by day</h2>
    <p>
      Each day for itself, without CUPED and without correction: bars are ${levelText(configuration.alpha)}
      intervals. Days share members, so a trend is a reason to look and no result.
    </p>
    <div class="charts after">${charts}</div>
  </section>`;
}
