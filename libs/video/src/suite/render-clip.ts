import type { ClipScript, JoinScript } from './clip-script';
import { renderShot, type ShotRenderer } from './render-shot';

/** A flash by its frames: how much of white lies over the picture. */
const FLASH = [0.9, 0.7, 0.35, 0.12];

/** The frames of a clip, one by one, `[heightPx · widthPx · 3]`. */
export function* renderClip(script: ClipScript): Generator<Uint8Array> {
  let at = 0;
  for (const frame of joined(script)) {
    const flash = script.flashes.reduce((most, start) => Math.max(most, FLASH[at - start] ?? 0), 0);
    if (flash > 0) blend(frame, 255, flash);
    if (script.barFraction > 0) drawBars(frame, script);
    yield frame;
    at++;
  }
}

function* joined(script: ClipScript): Generator<Uint8Array> {
  const { shots, joins } = script;
  const renderers = shots.map((shot, index) => renderShot(script, shot, index));
  for (let index = 0; index < shots.length; index++) {
    const [before, after] = [joins[index - 1], joins[index]] as (JoinScript | undefined)[];
    const lastCount = after?.kind === 'dissolve' ? after.frameCount : 0;
    const firstFrame = before?.kind === 'dissolve' ? before.frameCount : 0;
    for (let frame = firstFrame; frame < shots[index].frameCount - lastCount; frame++) {
      yield faded(renderers[index](frame), { frame, frameCount: shots[index].frameCount, before, after });
    }
    if (after?.kind === 'dissolve')
      yield* dissolve(renderers[index], renderers[index + 1], [shots[index].frameCount, lastCount]);
    if (after?.kind === 'fade') yield* blanks(script, after.blankCount, after.level);
  }
}

interface Place {
  readonly frame: number;
  readonly frameCount: number;
  readonly before: JoinScript | undefined;
  readonly after: JoinScript | undefined;
}

function faded(pixels: Uint8Array, { frame, frameCount, before, after }: Place): Uint8Array {
  if (before?.kind === 'fade' && frame < before.inCount) {
    blend(pixels, before.level, 1 - (frame + 1) / (before.inCount + 1));
  }
  const leftCount = frameCount - frame;
  if (after?.kind === 'fade' && leftCount <= after.outCount) {
    blend(pixels, after.level, 1 - leftCount / (after.outCount + 1));
  }
  return pixels;
}

function* dissolve(
  from: ShotRenderer,
  to: ShotRenderer,
  [frameCount, length]: readonly [number, number],
): Generator<Uint8Array> {
  for (let i = 0; i < length; i++) {
    const [pixels, other] = [from(frameCount - length + i), to(i)];
    const share = (i + 1) / (length + 1);
    for (let at = 0; at < pixels.length; at++) pixels[at] += (other[at] - pixels[at]) * share;
    yield pixels;
  }
}

function* blanks({ widthPx, heightPx }: ClipScript, count: number, level: number): Generator<Uint8Array> {
  for (let i = 0; i < count; i++) yield new Uint8Array(widthPx * heightPx * 3).fill(level);
}

function blend(pixels: Uint8Array, level: number, share: number): void {
  for (let at = 0; at < pixels.length; at++) pixels[at] += (level - pixels[at]) * share;
}

function drawBars(pixels: Uint8Array, { widthPx, heightPx, barFraction }: ClipScript): void {
  const bytes = 2 * Math.round((heightPx * barFraction) / 2) * widthPx * 3;
  pixels.fill(0, 0, bytes);
  pixels.fill(0, pixels.length - bytes);
}
