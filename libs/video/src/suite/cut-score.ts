import type { VideoShot } from '@keyart/contracts';
import type { ClipTruth, FrameSpan } from './clip-script';

/** Found boundaries against known ones. */
export interface Matches {
  readonly foundCount: number;
  readonly missedCount: number;
  /** Where there is none. */
  readonly extraCount: number;
}

/** How well a clip was cut. */
export interface CutScore {
  /** Hard cuts; one that is told as a fade is missed. */
  readonly cuts: Matches;
  /** Fades through black or white. */
  readonly fades: Matches;
  /** Dissolves; what is found of them is told as a fade, so extra ones are counted there. */
  readonly dissolves: Matches;
}

/** A cut is found at most so many frames away, a fade within its ramps and as much around them. */
export const CUT_TOLERANCE_FRAMES = 2;

/** Holds the shots found against what is known of the clip. Pure. */
export function scoreCuts(
  truth: Pick<ClipTruth, 'cuts' | 'fades' | 'dissolves'>,
  shots: readonly VideoShot[],
  frameRate: number,
): CutScore {
  const starts = (isHard: boolean): number[] =>
    shots
      .filter(({ startsBy, fromMs }) => startsBy !== 'video' && fromMs > 0 && (startsBy === 'cut') === isHard)
      .map(({ fromMs }) => Math.round((fromMs * frameRate) / 1000));
  const cuts = match(
    truth.cuts.map((cut) => ({ from: cut, to: cut + 1 })),
    starts(true),
  );
  const fades = match(truth.fades, starts(false));
  const dissolves = match(truth.dissolves, fades.left);
  return {
    cuts: matchesOf(cuts, cuts.left.length),
    fades: matchesOf(fades, dissolves.left.length),
    dissolves: matchesOf(dissolves, 0),
  };
}

/** Adds scores of several clips. */
export function sumScores(scores: readonly CutScore[]): CutScore {
  const sum = (name: keyof CutScore): Matches => ({
    foundCount: scores.reduce((total, score) => total + score[name].foundCount, 0),
    missedCount: scores.reduce((total, score) => total + score[name].missedCount, 0),
    extraCount: scores.reduce((total, score) => total + score[name].extraCount, 0),
  });
  return { cuts: sum('cuts'), fades: sum('fades'), dissolves: sum('dissolves') };
}

/** Precision, recall and their harmonic mean; 1 where there was nothing to find and nothing was found. */
export function ratesOf({ foundCount, missedCount, extraCount }: Matches): {
  precision: number;
  recall: number;
  f1: number;
} {
  const share = (over: number, under: number): number => (under === 0 ? 1 : over / under);
  return {
    precision: share(foundCount, foundCount + extraCount),
    recall: share(foundCount, foundCount + missedCount),
    f1: share(2 * foundCount, 2 * foundCount + missedCount + extraCount),
  };
}

interface Matched {
  readonly found: number;
  readonly missed: number;
  readonly left: number[];
}

/** Each known stretch takes one found frame, in time's order. */
function match(known: readonly FrameSpan[], frames: readonly number[]): Matched {
  const left = [...frames];
  let found = 0;
  for (const { from, to } of known) {
    const at = left.findIndex(
      (frame) => frame >= from - CUT_TOLERANCE_FRAMES && frame < to + CUT_TOLERANCE_FRAMES,
    );
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  return { found, missed: known.length - found, left };
}

function matchesOf({ found, missed }: Matched, extraCount: number): Matches {
  return { foundCount: found, missedCount: missed, extraCount };
}
