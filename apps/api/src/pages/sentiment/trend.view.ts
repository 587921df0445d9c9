import { html, type Html } from '@keyart/common';
import type { TrendPoint } from '@keyart/profiles';
import { dayText, polarityInterval, polarityText } from './sentiment-text';

const [WIDTH, HEIGHT, VOLUME_HEIGHT] = [1_000, 240, 56];
const DOT_RADIUS = 4.5;
const TOTAL_HEIGHT = HEIGHT + VOLUME_HEIGHT + 8;
/** Room for the dots at the edges. */
const MARGIN = 8;

/** Polarity over time with its intervals, and below how many spoke. */
export function trendView(trend: readonly TrendPoint[]): Html {
  const [first, last] = [trend[0].fromMs, trend[trend.length - 1].untilMs];
  const most = Math.max(...trend.map(({ count }) => count));
  const x = ({ fromMs, untilMs }: TrendPoint): number =>
    MARGIN + ((WIDTH - 2 * MARGIN) * ((fromMs + untilMs) / 2 - first)) / (last - first);
  const y = (polarity: number): number => MARGIN + ((HEIGHT - 2 * MARGIN) * (1 - polarity)) / 2;
  const points = (of: (point: TrendPoint) => number): string[] =>
    trend.map((point) => `${x(point).toFixed(1)},${y(of(point)).toFixed(1)}`);
  const band = [
    ...points(({ polarity }) => polarity.high),
    ...points(({ polarity }) => polarity.low).reverse(),
  ];
  return html`<figure class="trend">
    <svg viewBox="0 0 ${WIDTH} ${TOTAL_HEIGHT}" role="img" aria-labelledby="trend-name">
      <title id="trend-name">Polarity from ${dayText(first)} to ${dayText(last)}, with 95 % intervals</title>
      <line class="zero" x1="0" x2="${WIDTH}" y1="${y(0)}" y2="${y(0)}" />
      <polygon class="band" points="${band.join(' ')}" />
      <polyline class="line" points="${points(({ polarity }) => polarity.value).join(' ')}" />
      ${trend.map((point) => dotView(point, x(point), y(point.polarity.value)))}
      ${trend.map((point) => volumeView(point, x(point), point.count / most))}
    </svg>
    <figcaption><span>${dayText(first)}</span><span>${dayText(last)}</span></figcaption>
  </figure>`;
}

function dotView({ fromMs, untilMs, count, polarity }: TrendPoint, x: number, y: number): Html {
  return html`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${DOT_RADIUS}">
    <title>
      ${dayText(fromMs)} to ${dayText(untilMs - 1)}: ${polarityText(polarity.value)}
      (${polarityInterval(polarity)}), ${count} reviews
    </title>
  </circle>`;
}

function volumeView({ count }: TrendPoint, x: number, fraction: number): Html {
  const height = Math.max(1, VOLUME_HEIGHT * fraction);
  return html`<rect
    class="volume"
    x="${(x - 4).toFixed(1)}"
    y="${(TOTAL_HEIGHT - height).toFixed(1)}"
    width="8"
    height="${height.toFixed(1)}"
  >
    <title>${count} reviews</title>
  </rect>`;
}
