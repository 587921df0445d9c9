import { html, type Html } from '@keyart/common';
import type { AspectQuote } from '@keyart/creative';
import type { AspectQuotes, CreativeReport } from '../build-report';
import { effectText } from '../driver-text';

/** Praise and blame in the words of reviews. */
export function quotesView({ quotes, subject }: CreativeReport): Html | null {
  if (quotes.length === 0) return null;
  return html`<section aria-labelledby="quotes">
    <h2 id="quotes">In their words</h2>
    <p class="prose">
      The clearest of each side, at most 25 words: … where more stood, […] where something that points to a
      person was taken out.
    </p>
    <div class="quotes after">${quotes.map((one) => aspectView(one, subject.kind !== 'title'))}</div>
  </section>`;
}

function aspectView({ aspect, praise, blame }: AspectQuotes, namesTitle: boolean): Html {
  return html`<article class="card">
    <h3>${aspect}</h3>
    <ul>
      ${praise.map((quote) => quoteView(quote, namesTitle))}
      ${blame.map((quote) => quoteView(quote, namesTitle))}
    </ul>
  </article>`;
}

function quoteView({ text, polarity, titleName }: AspectQuote, namesTitle: boolean): Html {
  return html`<li class="${polarity > 0 ? 'praise' : 'blame'}">
    <blockquote>“${text}”</blockquote>
    <cite
      ><span class="said">${polarity > 0 ? 'praise' : 'blame'} ${effectText(polarity)}</span>${
        namesTitle && html` · ${titleName}`
      }</cite
    >
  </li>`;
}
