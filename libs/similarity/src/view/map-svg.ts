import { html, type Html } from '@keyart/common';
import type { MapData } from './map-data';

const [WIDTH, HEIGHT, MARGIN] = [960, 720, 60];
/** Golden angle: neighbours in number are far apart in colour. */
const HUE_STEP = 137.508;

/** From places on the map to pixels. */
type Placing = (point: { readonly x: number; readonly y: number }) => readonly [number, number];

function spanOf(values: readonly number[]): readonly [middle: number, length: number] {
  if (values.length === 0) return [0, 0];
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  return [(least + most) / 2, most - least];
}

/** The whole map in the picture, as large as can be; a map without extent stands in its middle. */
function placingOf({ titles }: MapData): Placing {
  const [[middleX, width], [middleY, height]] = [
    spanOf(titles.map(({ x }) => x)),
    spanOf(titles.map(({ y }) => y)),
  ];
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(1, width),
    (HEIGHT - 2 * MARGIN) / Math.max(1, height),
  );
  return ({ x, y }) => [
    Math.round(WIDTH / 2 + (x - middleX) * scale),
    Math.round(HEIGHT / 2 + (y - middleY) * scale),
  ];
}

/** Labels that would cover an earlier one are left out. */
function labels({ communities }: MapData, placed: Placing): Html[] {
  const taken: (readonly [number, number, number])[] = [];
  return communities.flatMap((community) => {
    if (community.level !== 1 || community.label === '') return [];
    const [x, y] = placed(community);
    const half = community.label.length * 3.6;
    if (taken.some(([a, b, c]) => Math.abs(x - a) < half + c && Math.abs(y - b) < 16)) return [];
    taken.push([x, y, half]);
    return [html`<text x="${x}" y="${y}">${community.label}</text>`];
  });
}

/** The map as a still picture: a dot a title, regions coloured and named. */
export function renderMapSvg(data: MapData): string {
  const placed = placingOf(data);
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="Map of ${data.titles.length} titles"
  >
    <style>
      text {
        font:
          600 12px system-ui,
          sans-serif;
        text-anchor: middle;
        fill: #16181f;
        stroke: #fff;
        stroke-width: 3px;
        paint-order: stroke;
      }
    </style>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#fff" />
    ${data.titles.map((title) => {
      const [x, y] = placed(title);
      const hue = Math.round((title.communities[0] * HUE_STEP) % 360);
      return html`<circle cx="${x}" cy="${y}" r="2" fill="hsl(${hue} 60% 55%)" />`;
    })}
    ${labels(data, placed)}
  </svg>`.text;
}
