import { html, type Html } from '@keyart/common';
import type { NotCompared } from '@keyart/evaluation';
import { notComparedLines } from '../analysis/not-compared-lines';

/** Arms that no effect is shown of, and why; null: there are none. */
export function notComparedView(notCompared: readonly NotCompared[]): Html | null {
  const lines = notComparedLines(notCompared);
  if (lines.length === 0) return null;
  return html`<ul class="after">
    ${lines.map((line) => html`<li>Note: ${line}.</li>`)}
  </ul>`;
}
