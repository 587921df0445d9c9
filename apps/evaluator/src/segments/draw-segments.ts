import { html, type Html } from '@keyart/common';
import { VIEWER_FEATURES, type Segment, type SegmentModel } from '@keyart/segments';

const [LEFT_PX, TOP_PX, CELL_WIDTH_PX, CELL_HEIGHT_PX] = [150, 120, 62, 40] as const;
/** So many standard deviations have the full colour. */
const FULL_COLOUR = 2;
/** Above the middle of the population, and below it. */
const [HIGH, LOW] = ['#c2410c', '#1d4ed8'] as const;

function cell(segment: Segment, row: number): Html[] {
  return VIEWER_FEATURES.map((feature, column) => {
    const distance = segment.distances[feature];
    const [x, y] = [LEFT_PX + column * CELL_WIDTH_PX, TOP_PX + row * CELL_HEIGHT_PX];
    const strength = Math.min(1, Math.abs(distance) / FULL_COLOUR);
    return html`<rect
        x="${x}"
        y="${y}"
        width="${CELL_WIDTH_PX - 2}"
        height="${CELL_HEIGHT_PX - 2}"
        fill="${distance > 0 ? HIGH : LOW}"
        fill-opacity="${strength.toFixed(2)}"
      />
      <text
        x="${x + CELL_WIDTH_PX / 2 - 1}"
        y="${y + 24}"
        text-anchor="middle"
        fill="${strength > 0.6 ? '#fff' : '#222'}"
        >${(Number(distance.toFixed(1)) || 0).toFixed(1)}</text
      >`;
  });
}

function heading(feature: string, column: number): Html {
  const [x, y] = [LEFT_PX + (column + 0.5) * CELL_WIDTH_PX, TOP_PX - 8];
  return html`<text x="${x}" y="${y}" transform="rotate(-40 ${x} ${y})">${feature}</text>`;
}

/** Segments by features: how far each lies from the mean viewer, in standard deviations of viewers. @returns an SVG file */
export function drawSegments({ segments, viewerCount }: SegmentModel): string {
  const width = LEFT_PX + (VIEWER_FEATURES.length + 1) * CELL_WIDTH_PX;
  const height = TOP_PX + segments.length * CELL_HEIGHT_PX + 34;
  const rows = segments.map(
    (segment, row) =>
      html`<text x="${LEFT_PX - 10}" y="${TOP_PX + row * CELL_HEIGHT_PX + 24}" text-anchor="end"
          >${segment.name} · ${segment.size}</text
        >${cell(segment, row)}`,
  );
  return `${
    html`<svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 ${width} ${height}"
      font-family="sans-serif"
      font-size="12"
    >
      <title>Segments of ${viewerCount} viewers by features</title>
      <rect width="${width}" height="${height}" fill="#fff" />
      ${VIEWER_FEATURES.map(heading)} ${rows}
      <text x="${LEFT_PX}" y="${height - 12}" fill="#555">
        standard deviations above (red) and below (blue) the mean viewer; beside the name: viewers
      </text>
    </svg>`.text
  }\n`;
}
