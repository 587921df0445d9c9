import { html, type Html, type HtmlPart } from '@keyart/common';

const LEFT_PERCENT = 15;
const RIGHT_PERCENT = 94;
const TOP_PX = 28;
const BOTTOM_PX = 204;
const HEIGHT_PX = 242;

/** A place on an axis, in [0, 1], and what stands there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A chart with two axes. Widths are shares of the page, so that it fits any screen and its text never shrinks. */
export interface Plot {
  /** For those who do not see it: what it shows. */
  readonly title: string;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly body: HtmlPart;
  /** What it means, beneath. */
  readonly caption: HtmlPart;
  readonly heading: string;
}

/** Horizontal place as an SVG length. @param fraction in [0, 1] of the axis */
export function xAt(fraction: number): string {
  return `${(LEFT_PERCENT + fraction * (RIGHT_PERCENT - LEFT_PERCENT)).toFixed(2)}%`;
}

/** Width as an SVG length. @param fraction in [0, 1] of the axis */
export function widthOf(fraction: number): string {
  return `${(fraction * (RIGHT_PERCENT - LEFT_PERCENT)).toFixed(2)}%`;
}

/** Vertical place in pixels. @param fraction in [0, 1] of the axis, from below */
export function yAt(fraction: number): string {
  return (BOTTOM_PX - fraction * (BOTTOM_PX - TOP_PX)).toFixed(1);
}

/** What is drawn in a square of 100 by 100, stretched over the space between the axes. */
export function plotArea(body: Html): Html {
  return html`<svg
    x="${xAt(0)}"
    y="${TOP_PX}"
    width="${widthOf(1)}"
    height="${BOTTOM_PX - TOP_PX}"
    viewBox="0 0 100 100"
    preserveAspectRatio="none"
  >
    ${body}
  </svg>`;
}

/** The figure with axes, grid and caption. */
export function plotView({ heading, title, caption, body, ...axes }: Plot): Html {
  return html`<figure class="card plot">
    <h3>${heading}</h3>
    <svg role="img" width="100%" height="${HEIGHT_PX}">
      <title>${title}</title>
      ${axes.yTicks.map(yTick)} ${axes.xTicks.map(xTick)}
      <text class="axis" x="0" y="12">${axes.yLabel}</text>
      <text class="axis" x="${xAt(1)}" y="${HEIGHT_PX - 4}" text-anchor="end">${axes.xLabel}</text>
      ${body}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

function yTick({ at, label }: Tick): Html {
  return html`<line class="grid" x1="${xAt(0)}" x2="${xAt(1)}" y1="${yAt(at)}" y2="${yAt(at)}" />
    <text class="tick" x="${LEFT_PERCENT - 1.5}%" y="${Number(yAt(at)) + 4}" text-anchor="end"
      >${label}</text
    >`;
}

function xTick({ at, label }: Tick): Html {
  return html`<text class="tick" x="${xAt(at)}" y="${BOTTOM_PX + 16}" text-anchor="middle">${label}</text>`;
}
