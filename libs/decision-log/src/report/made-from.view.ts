import { html, type Html, type HtmlPart } from '@keyart/common';

/** From what, by what and how a report was made. */
export interface MadeFrom {
  readonly facts: readonly (readonly [name: string, value: HtmlPart])[];
  readonly command: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** Enough to make a report again. */
export function madeFromView({ facts, command, createdAt }: MadeFrom): Html {
  return html`<section aria-labelledby="provenance">
    <h2 id="provenance">Made from</h2>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <h3>Command line</h3>
    <pre><code>${command}</code></pre>
    <p class="quiet">
      Equal input, options and version make the same report but for the time:
      <time datetime="${createdAt}">${createdAt.slice(0, 16).replace('T', ' ')} UTC</time>.
    </p>
  </section>`;
}
