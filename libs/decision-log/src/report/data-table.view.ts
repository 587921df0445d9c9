import { html, type Html, type HtmlPart } from '@keyart/common';

/** A table whose first cell of each row names the row. */
export interface DataTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** Columns from the first on, up to and without the last, hold numbers. */
  readonly numbers: readonly [first: number, end: number];
  readonly rows: readonly (readonly HtmlPart[])[];
}

/** A table in a box of its own: what is too wide for the screen scrolls there. */
export function dataTable({ caption, head, numbers, rows }: DataTable): Html {
  const kind = (i: number): string => (i >= numbers[0] && i < numbers[1] ? 'number' : 'word');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        <span>${caption}</span>
      </caption>
      <thead>
        <tr>
          ${head.map((text, i) => html`<th scope="col" class="${kind(i)}">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => tableRow(row, kind))}
      </tbody>
    </table>
  </div>`;
}

function tableRow([name, ...cells]: readonly HtmlPart[], kind: (i: number) => string): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    ${cells.map((cell, i) => html`<td class="${kind(i + 1)}">${cell}</td>`)}
  </tr>`;
}
