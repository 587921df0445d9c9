import type { ClipScript, ClipTruth, FrameSpan, JoinScript } from './clip-script';

/** What a script makes known, without making the clip. */
export function clipTruth({ shots, joins }: Pick<ClipScript, 'shots' | 'joins'>): ClipTruth {
  const spans: FrameSpan[] = [];
  const cuts: number[] = [];
  const fades: FrameSpan[] = [];
  const dissolves: FrameSpan[] = [];
  let at = 0;
  shots.forEach(({ frameCount }, index) => {
    const from = at;
    at += frameCount;
    spans.push({ from, to: at });
    const join: JoinScript | undefined = joins[index];
    if (join?.kind === 'cut') cuts.push(at);
    if (join?.kind === 'dissolve') {
      dissolves.push({ from: at - join.frameCount, to: at });
      at -= join.frameCount;
    }
    if (join?.kind === 'fade') {
      fades.push({ from: at - join.outCount, to: at + join.blankCount + join.inCount });
      at += join.blankCount;
    }
  });
  return { frameCount: at, cuts, fades, dissolves, shots: spans };
}
