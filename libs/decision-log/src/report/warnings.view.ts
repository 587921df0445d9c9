import { html, type Html } from '@keyart/common';
import { forbidsVerdict, type EvaluationWarning } from '@keyart/evaluation';
import { WARNING_ADVICE } from './warning-advice';

/** What readers must know, what it means and what to do. */
export function warningsView(warnings: readonly EvaluationWarning[]): Html {
  return html`<section aria-labelledby="warnings">
    <h2 id="warnings">Warnings</h2>
    ${
      warnings.length === 0
        ? html`<p>None: weights, support, rewards and calibration are within their limits.</p>`
        : html`<ul class="warnings">
            ${warnings.map(warningView)}
          </ul>`
    }
  </section>`;
}

function warningView({ code, detail }: EvaluationWarning): Html {
  const { meaning, action } = WARNING_ADVICE[code];
  const isForbidding = forbidsVerdict(code);
  return html`<li class="card ${isForbidding ? 'forbids' : 'notes'}">
    <h3>
      <code>${code}</code> <span class="tag">${isForbidding ? 'forbids a verdict' : 'to be known'}</span>
    </h3>
    <p class="detail">${detail[0].toUpperCase()}${detail.slice(1)}.</p>
    <p><b>Means:</b> ${meaning}</p>
    <p><b>Do:</b> ${action}</p>
    <p class="page">
      More: <code>docs/evaluation/warnings/<wbr />${code}.md</code>
    </p>
  </li>`;
}
