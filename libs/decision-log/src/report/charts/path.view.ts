import { html, type Html } from '@keyart/common';
import { plotArea, xAt, yAt } from './plot.view';

/** A point of a plot, both in [0, 1]. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/** Lines from point to point; SVG paths know no percentages. */
export function lineThrough(points: readonly PlotPoint[], className: string): Html[] {
  return points
    .slice(1)
    .map(
      ({ x, y }, i) =>
        html`<line
          class="${className}"
          x1="${xAt(points[i].x)}"
          y1="${yAt(points[i].y)}"
          x2="${xAt(x)}"
          y2="${yAt(y)}"
        />`,
    );
}

/** A dot at each point. */
export function dotsAt(points: readonly PlotPoint[], className: string, radiusPx = 4): Html[] {
  return points.map(
    ({ x, y }) => html`<circle class="${className}" cx="${xAt(x)}" cy="${yAt(y)}" r="${radiusPx}" />`,
  );
}

/** The area between two lines, point by point; stretched as the plot is. */
export function bandBetween(upper: readonly PlotPoint[], lower: readonly PlotPoint[]): Html {
  const corners = [...upper, ...[...lower].reverse()];
  const points = corners.map(({ x, y }) => `${(100 * x).toFixed(2)},${(100 * (1 - y)).toFixed(2)}`);
  return plotArea(html`<polygon class="area" points="${points.join(' ')}" />`);
}
