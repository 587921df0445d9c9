import { html, type Html, type HtmlPart } from '@keyart/common';
import type { Interval } from '@keyart/evaluation';
import { domainOf, linearScale, type Scale } from './scale';

const LINE_PX = 18;
const PAD_PX = 4;
/** An interval so many times as wide as the middle one runs out of the picture. */
const MOST_WIDTHS = 6;

/** A value with its interval. */
export interface IntervalMark {
  readonly policy: 'target' | 'baseline' | 'difference';
  readonly value: number;
  /** An end may be infinite: the line then reaches the edge of the picture. */
  readonly interval: Interval | null;
}

/** A row: its name, its marks beneath each other, and their numbers as text. */
export interface IntervalRow {
  readonly name: HtmlPart;
  readonly label: string;
  readonly marks: readonly IntervalMark[];
  readonly text: HtmlPart;
  readonly isHeadline: boolean;
  /** Drawn through this row alone. */
  readonly limit?: number;
}

/** A forest plot: rows on one axis. */
export interface IntervalRows {
  readonly heading: string;
  readonly rows: readonly IntervalRow[];
  /** Drawn through all rows; null: none. */
  readonly reference: number | null;
  readonly tickText: (value: number) => string;
  readonly caption: HtmlPart;
}

/** The figure; on narrow screens names and numbers stand above their marks. */
export function intervalRowsView({ heading, rows, reference, tickText, caption }: IntervalRows): Html {
  const scale = linearScale(domainOfRows(rows, reference), 6);
  return html`<figure class="card">
    <h3>${heading}</h3>
    <ul class="rows">
      ${rows.map((row) => rowView(row, { scale, reference }))}
      <li class="row axis-row" aria-hidden="true">
        <span></span>
        <svg width="100%" height="18">
          ${scale.ticks.map(
            (tick) =>
              html`<text class="tick" x="${xOf(scale, tick)}" y="13" text-anchor="middle"
                >${tickText(tick)}</text
              >`,
          )}
        </svg>
        <span></span>
      </li>
    </ul>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

function domainOfRows(rows: readonly IntervalRow[], reference: number | null): readonly [number, number] {
  const marks = rows.flatMap((row) => row.marks);
  const reaches = marks
    .map((mark) => Math.max(...finiteEnds(mark).map((end) => Math.abs(end - mark.value))))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const most = 2 * MOST_WIDTHS * (reaches[Math.floor(reaches.length / 2)] || Infinity);
  const ends = marks.flatMap((mark) => [
    mark.value,
    ...finiteEnds(mark).map((end) => Math.max(mark.value - most, Math.min(end, mark.value + most))),
  ]);
  const lines = [reference, ...rows.map(({ limit }) => limit)].filter((at) => typeof at === 'number');
  return domainOf([...ends, ...lines]);
}

function finiteEnds({ interval }: IntervalMark): number[] {
  return (interval ?? []).filter(Number.isFinite);
}

function rowView(row: IntervalRow, { scale, reference }: { scale: Scale; reference: number | null }): Html {
  const heightPx = Math.max(1, row.marks.length) * LINE_PX + 2 * PAD_PX;
  const line = (value: number, className: string): Html =>
    html`<line
      class="${className}"
      x1="${xOf(scale, value)}"
      x2="${xOf(scale, value)}"
      y1="0"
      y2="${heightPx}"
    />`;
  return html`<li class="row ${row.isHeadline && 'headline'}">
    <span class="name">${row.name}</span>
    <svg role="img" width="100%" height="${heightPx}">
      <title>${row.label}</title>
      ${scale.ticks.map((tick) => line(tick, 'grid'))} ${reference !== null && line(reference, 'reference')}
      ${row.limit !== undefined && line(row.limit, 'limit')}
      ${row.marks.map((mark, i) => markView(mark, scale, PAD_PX + (i + 0.5) * LINE_PX))}
    </svg>
    <span class="numbers">${row.text}</span>
  </li>`;
}

function markView({ policy, value, interval }: IntervalMark, scale: Scale, y: number): Html {
  const x = xOf(scale, value);
  const range =
    interval &&
    html`<line
      class="range ${policy}"
      x1="${xOf(scale, interval[0])}"
      x2="${xOf(scale, interval[1])}"
      y1="${y}"
      y2="${y}"
    />`;
  return policy === 'baseline'
    ? html`${range}<svg x="${x}" y="${y}" overflow="visible">
          <rect class="dot baseline" x="-4.5" y="-4.5" width="9" height="9" />
        </svg>`
    : html`${range}<circle class="dot ${policy}" cx="${x}" cy="${y}" r="5" />`;
}

function xOf(scale: Scale, value: number): string {
  return `${(3 + 94 * scale.place(value)).toFixed(2)}%`;
}
