import { groupsOf, html, type Html } from '@keyart/common';
import { levelText } from '@keyart/decision-log';
import { isAssignmentBroken, lastJudged, type ExperimentMonitor, type Look } from '../monitor/monitor-result';
import { watchedEffectChart } from './charts/watched-effect.chart';
import { effectsTable, problemsView } from './effects-table.view';
import { notComparedView } from './not-compared.view';

/** Every comparison over the days, and the last look as a table; looks beyond the plan beside it. */
export function watchedEffectsView(monitor: ExperimentMonitor): Html {
  const { looks, configuration } = monitor;
  const isBlocked = isAssignmentBroken(monitor);
  const charts = chartsOf(looks, isBlocked);
  const last = lastJudged(looks);
  const results = last?.metrics ?? [];
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
    ${problemsView(results)} ${notComparedView(last?.notCompared ?? [])} ${beyondView(monitor)}
  </section>`;
}

function chartsOf(looks: readonly Look[], isBlocked: boolean): Html[] {
  const found = looks.flatMap(({ day, isBeyondPlan, metrics }) =>
    metrics.map((metric) => ({ ...metric, day, isBeyondPlan })),
  );
  return groupsOf(found, (one) => JSON.stringify([one.name, one.comparison]))
    .map((group) => watchedEffectChart(group, isBlocked))
    .filter((chart) => chart !== null);
}

/** What came in after the planned size: effects and intervals, but no judgement. */
function beyondView({ looks, configuration: { alpha } }: ExperimentMonitor): Html | null {
  const beyond = looks.filter(({ isBeyondPlan }) => isBeyondPlan);
  const last = beyond.at(-1);
  if (!last) return null;
  const count = `${beyond.length} look${beyond.length === 1 ? '' : 's'}`;
  return html`<p class="quiet after">
      ${count} beyond the planned size, from day ${beyond[0].day}: not judged, since the level is spent.
    </p>
    ${
      last.metrics.length > 0 &&
      effectsTable({
        caption: `Beyond the planned size, day ${last.day}: not judged`,
        ...{ results: last.metrics, alpha, isBlocked: true },
      })
    }`;
}
