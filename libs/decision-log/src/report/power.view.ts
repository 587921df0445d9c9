import { html, type Html } from '@keyart/common';
import type { EvaluationResult } from '../evaluation-result';
import { countText, percentText } from './number-text';

/** What this log can show at all. */
export function powerView({ power, difference, dataset, configuration }: EvaluationResult): Html {
  const { minimumDetectableEffect: least, relativeStandardError, requiredSampleCount, smallestLift } = power;
  const design = `80% power, two-sided ${percentText(configuration.alpha)}, paired difference by ${(difference?.estimator ?? 'no estimator').toUpperCase()}`;
  return html`<section aria-labelledby="power">
    <h2 id="power">Power</h2>
    ${
      least === null
        ? html`<p>
            What this log can show is not known: the difference has no standard error, or the baseline earns
            nothing.
          </p>`
        : html`<p class="lead">
              These ${countText(dataset.rowCount)} decisions can show a lift over the baseline of
              <strong>${percentText(least)}</strong> or more. To show a lift of ${percentText(smallestLift)}
              takes <strong>${countText(requiredSampleCount)}</strong> decisions like these.
            </p>
            <p class="quiet">
              ${design}; standard error of the difference, by the baseline's value:
              ${percentText(relativeStandardError)}.
            </p>`
    }
  </section>`;
}
