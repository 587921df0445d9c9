import { html, type Html, type HtmlPart } from '@keyart/common';
import { levelText, percentText, shortText } from '@keyart/decision-log';
import type { ComparisonResult } from '@keyart/evaluation';
import type { ExperimentAnalysis } from '../analysis/experiment-result';
import { effectFigures } from './effect-rows.view';
import { effectsTable, problemsView } from './effects-table.view';
import { notComparedView } from './not-compared.view';

/** Goal metrics as a forest plot, all numbers as a table, and what CUPED gained. @param isBlocked nothing may be read */
export function effectsView(analysis: ExperimentAnalysis, isBlocked: boolean): Html {
  const { metrics, notCompared, configuration } = analysis;
  const goals = metrics.filter(({ guardrail }) => !guardrail);
  const { alpha } = configuration;
  return html`<section aria-labelledby="effects">
    <h2 id="effects">Effects</h2>
    ${goals.length > 0 && effectFigures(goals, () => captionText(alpha, isBlocked))}
    ${metrics.length > 0 && effectsTable({ caption: 'Every arm against the control', results: metrics, alpha, isBlocked })}
    ${notComparedView(notCompared)}
    <p class="quiet after">
      MDE: effect that such a test would show with 80% power. Guardrails are judged by their margins and take
      no part in the correction.
    </p>
    ${problemsView(metrics)} ${cupedView(metrics)}
  </section>`;
}

function captionText(alpha: number, isBlocked: boolean): HtmlPart {
  const what = `The dashed line is no effect; bars are ${levelText(alpha)} intervals, each for itself.`;
  return isBlocked ? `${what} With the warnings above none of them is a result.` : what;
}

function cupedView(metrics: readonly ComparisonResult[]): Html | null {
  const adjusted = metrics.flatMap(({ cuped, ...one }) => (cuped ? [{ ...one, cuped }] : []));
  if (adjusted.length === 0) return null;
  return html`<h3 class="after">CUPED</h3>
    <ul>
      ${adjusted.map(
        ({ name, comparison, cuped: { slope, varianceDropFraction: drop } }) =>
          html`<li>
            ${name}, ${comparison}: the covariate ${drop >= 0 ? 'takes' : 'adds'}
            <strong>${percentText(Math.abs(drop))}</strong> of the variance (θ =
            ${shortText(slope)})${
              drop > 0 && drop < 1 && `, as ${shortText(1 / (1 - drop))} times as many members would`
            }.
          </li>`,
      )}
    </ul>`;
}
