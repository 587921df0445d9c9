import { thumbOf, type FrameSeries } from '../pass/frame-series';
import { framesWithin } from './frames-within';
import { mixOf } from './mix-of';
import { thumbCorrelation, thumbDistance } from './thumb-distance';

/** A picture that turns into another one over the frames [from, to). */
export interface Dissolve {
  readonly from: number;
  readonly to: number;
}

const LENGTHS_MS = [320, 480, 720, 1000, 1400, 2000];
/** Levels between the picture before and the one after. */
const LEAST_DISTANCE = 18;
/** Of the distance: what the frames between may differ from a mixture of both. */
const MOST_RESIDUE = 0.16;
/** Of the distance: how much the pictures may change before and after. A pan goes on, a dissolve ends. */
const MOST_DRIFT = 0.4;
/** One layout that brightens or dims is light that changes, not another picture. */
const MOST_CORRELATION = 0.85;
/** Where the frames between stand, and how much of the later picture they may hold. */
const STAGES = [
  { place: 0.25, least: 0.08, most: 0.45 },
  { place: 0.5, least: 0.3, most: 0.7 },
  { place: 0.75, least: 0.55, most: 0.92 },
] as const;

interface Found extends Dissolve {
  /** The smaller, the closer to a mixture. */
  readonly residue: number;
}

/**
 * Dissolves: stretches whose frames are mixtures of the first and the last, more of the last as time goes on.
 * @param frameRate mean frames a second
 * @returns in time's order, none overlaps another
 * @see Nam & Tewfik, Dissolve transition detection using B-splines interpolation, ICME 2000, and Lienhart, Reliable dissolve
 * detection, SPIE 4315, 2001, for dissolves as mixtures of their ends
 */
export function dissolves(series: FrameSeries, frameRate: number): Dissolve[] {
  const found: Found[] = [];
  for (const length of new Set(LENGTHS_MS.map((ms) => framesWithin(ms, frameRate)))) {
    if (length < 2 * STAGES.length) continue;
    for (let from = 0; from + length < series.count; from++) {
      const residue = residueOf(series, from, from + length);
      if (residue !== null) found.push({ from, to: from + length, residue });
    }
  }
  found.sort((a, b) => a.residue - b.residue);
  const kept: Found[] = [];
  for (const one of found) {
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** How far the frames between are from mixtures; null: this is no dissolve. */
function residueOf(series: FrameSeries, from: number, to: number): number | null {
  const [first, last] = [thumbOf(series, from), thumbOf(series, to)];
  const distance = thumbDistance(first, last);
  if (distance < LEAST_DISTANCE) return null;
  let worst = 0;
  for (const { place, least, most } of STAGES) {
    const between = thumbOf(series, Math.round(from + place * (to - from)));
    const { share, residue } = mixOf(between, first, last);
    if (share < least || share > most || residue > MOST_RESIDUE) return null;
    worst = Math.max(worst, residue);
  }
  if (driftOf(series, from, to) > MOST_DRIFT * distance) return null;
  return thumbCorrelation(first, last) <= MOST_CORRELATION ? worst : null;
}

/** How much changes in the half length before and after, levels; the larger of both. */
function driftOf(series: FrameSeries, from: number, to: number): number {
  const half = Math.round((to - from) / 2);
  const before = thumbDistance(thumbOf(series, Math.max(0, from - half)), thumbOf(series, from));
  const after = thumbDistance(thumbOf(series, to), thumbOf(series, Math.min(series.count - 1, to + half)));
  return Math.max(before, after);
}
