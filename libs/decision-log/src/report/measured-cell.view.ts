import { html, type Html } from '@keyart/common';
import type { Measured } from '@keyart/evaluation';
import { intervalText } from './number-text';

/** A value with its interval beneath; – for none. */
export function measuredCell(
  measured: Pick<Measured, 'value' | 'interval'> | null,
  textOf: (value: number | null) => string,
): Html {
  const range = intervalText(measured?.interval ?? null, textOf);
  return html`${textOf(measured?.value ?? null)}<span class="note">${range}</span>`;
}
