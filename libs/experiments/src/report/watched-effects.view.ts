import { groupsOf, html, type Html } from '@keyart/common';
import { levelText } from '@keyart/decision-log';
import { isAssignmentBroken, lastJudged, type ExperimentMonitor } from '../monitor/monitor-result';
import { watchedEffectChart } from './charts/watched-effect.chart';
import { effectsTable, problemsView } from './effects-table.view';
import { notComparedView } from './not-compared.view';

/** Every comparison over the days, and the last look as a table. */
export function watchedEffectsView(monitor: ExperimentMonitor): Html {
  const { looks, configuration } = monitor;
  const found = looks.flatMap(({ day, metrics }) => metrics.map((metric) => ({ ...metric, day })));
  const groups = groupsOf(found, (one) => JSON.stringify([one.name, one.comparison]));
  const isBlocked = isAssignmentBroken(monitor);
  const charts = groups
    .map((group) => watchedEffectChart(group, isBlocked))
    .filter((chart) => chart !== null);
  const last = lastJudged(looks);
  const results = last?.metrics ?? [];
  const beyond = looks.filter(({ isBeyondPlan }) => isBeyondPlan).length;
  return html`<section aria-labelledby="effects">
    <h2 id="effects">Effects so far</h2>
    ${
      charts.length === 0
        ? html`<p>No look had enough members to compare an arm with the control.</p>`
        : html`<p>
              All that had happened until each day. The band is the ${levelText(configuration.alpha)}
              interval, the dashed line no effect.
            </p>
            <div class="charts after">${charts}</div>`
    }
    ${
      results.length > 0 &&
      effectsTable({
        caption: `The last look that is judged, day ${last?.day ?? 0}`,
        ...{ results, alpha: configuration.alpha, isBlocked },
      })
    }
    ${problemsView(results)} ${notComparedView(last?.notCompared ?? [])}
    ${beyond > 0 && html`<p class="quiet">${beyond} later looks lie beyond the planned size and are not judged.</p>`}
  </section>`;
}
