import { html, trusted } from '@keyart/common';
import type { VideoAnalysis, VideoFrame } from '@keyart/contracts';
import { clockOf } from './clock-of';

/** Of a sheet's time line. */
export const TIMELINE_HEIGHT_PX = 96;
const MARGIN_PX = 12;
const SHOT_COLOURS = ['#5b7fb5', '#8aa6cc'];
const SCENE_COLOURS = ['#b58a5b', '#ccb08a'];
const [GOOD, BAD, TEXT, GAP] = ['#7be07b', '#ff7a6b', '#d7dae0', '#000'];

/** A video and what was found in it. */
export interface TimelineInput {
  readonly name: string;
  readonly analysis: VideoAnalysis;
}

/** The heading, and below it scenes, shots and frames by time; black or white between shots is left open. @returns SVG */
export function drawTimeline({ name, analysis }: TimelineInput, widthPx: number, headingPx: number): string {
  const { probe, shots, scenes, frames } = analysis;
  const place = (ms: number): number =>
    MARGIN_PX + (ms / Math.max(1, probe.durationMs)) * (widthPx - 2 * MARGIN_PX);
  const bar = (fromMs: number, toMs: number, rest: string): string =>
    `<rect x="${place(fromMs).toFixed(1)}" width="${Math.max(1, place(toMs) - place(fromMs) - 1).toFixed(1)}" ${rest}/>`;
  const sceneBars = scenes.map(({ fromMs, toMs, scene }) =>
    bar(fromMs, toMs, `y="${headingPx + 8}" height="22" fill="${SCENE_COLOURS[scene % 2]}"`),
  );
  const shotBars = shots.map(({ fromMs, toMs, shot }) =>
    bar(fromMs, toMs, `y="${headingPx + 34}" height="22" fill="${SHOT_COLOURS[shot % 2]}"`),
  );
  const marks = frames.map((frame) => markOf(frame, place(frame.atMs), headingPx + 70));
  const text = html`<text x="${MARGIN_PX}" y="27" font-size="18" font-weight="bold" fill="${TEXT}"
    >${headingOf(name, analysis)}</text
  >`;
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${widthPx}"
    height="${headingPx + TIMELINE_HEIGHT_PX}"
    font-family="sans-serif"
  >
    ${text}
    <rect
      x="${MARGIN_PX}"
      width="${widthPx - 2 * MARGIN_PX}"
      y="${headingPx + 8}"
      height="48"
      fill="${GAP}"
    />
    ${trusted([...sceneBars, ...shotBars, ...marks].join(''))}
  </svg>`.text;
}

function headingOf(name: string, { probe, shots, scenes, frames, emptyBecause }: VideoAnalysis): string {
  const chosen = frames.filter(({ rank }) => rank !== null).length;
  const size = `${probe.widthPx} × ${probe.heightPx}, ${clockOf(probe.durationMs)}`;
  const outcome =
    emptyBecause === null ? `${chosen} of ${frames.length} frames chosen` : `no frame: ${emptyBecause}`;
  return `${name} – ${size} – ${scenes.length} scenes, ${shots.length} shots, ${outcome}`;
}

function markOf({ rank }: VideoFrame, x: number, y: number): string {
  const colour = rank !== null ? GOOD : BAD;
  const label =
    rank === null
      ? ''
      : `<text x="${x.toFixed(1)}" y="${y + 20}" font-size="12" text-anchor="middle" fill="${colour}">${rank}</text>`;
  return `<circle cx="${x.toFixed(1)}" cy="${y}" r="4" fill="${colour}"/>${label}`;
}
