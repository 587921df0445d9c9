import { html, type Html } from '@keyart/common';
import type { WarningAdvice } from './warning-advice';

/** A warning as a reader sees it. */
export interface WarningCard {
  readonly code: string;
  /** What was seen, a sentence without its full stop. */
  readonly detail: string;
  readonly advice: WarningAdvice;
  /** What it takes away, e.g. `forbids a verdict`; null: nothing. */
  readonly forbids: string | null;
}

/** What readers must know, what it means and what to do. @param none what to say where there is no warning */
export function warningCards(cards: readonly WarningCard[], none: string): Html {
  return html`<section aria-labelledby="warnings">
    <h2 id="warnings">Warnings</h2>
    ${
      cards.length === 0
        ? html`<p>${none}</p>`
        : html`<ul class="warnings">
            ${cards.map(cardView)}
          </ul>`
    }
  </section>`;
}

function cardView({ code, detail, advice, forbids }: WarningCard): Html {
  return html`<li class="card ${forbids === null ? 'notes' : 'forbids'}">
    <h3><code>${code}</code> <span class="tag">${forbids ?? 'to be known'}</span></h3>
    <p class="detail">${detail.slice(0, 1).toUpperCase()}${detail.slice(1)}.</p>
    <p><b>Means:</b> ${advice.meaning}</p>
    <p><b>Do:</b> ${advice.action}</p>
    <p class="page">
      More: <code>docs/evaluation/warnings/<wbr />${code}.md</code>
    </p>
  </li>`;
}
