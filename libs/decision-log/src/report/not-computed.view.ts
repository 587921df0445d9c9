import { html, type Html } from '@keyart/common';
import type { EvaluationResult } from '../evaluation-result';

/** What is missing and why; notes on the log. */
export function notComputedView({ notComputed, dataset }: EvaluationResult): Html {
  return html`<section aria-labelledby="not-computed">
    <h2 id="not-computed">Not computed, and notes on the log</h2>
    ${
      notComputed.length + dataset.notes.length === 0
        ? html`<p>Everything was computed, and nothing had to be made up.</p>`
        : html`<ul>
            ${notComputed.map(({ estimator, why }) => html`<li><code>${estimator}</code>: ${why}</li>`)}
            ${dataset.notes.map((note) => html`<li>${note}</li>`)}
          </ul>`
    }
  </section>`;
}
