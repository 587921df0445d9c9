import type { PictureBox } from '@keyart/contracts';
import type { ContainerFacts } from './container-facts';

/** Where something else than black was seen, [left, right) × [top, bottom) in pixels as displayed but for the pixel aspect. */
export interface SeenArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A narrower bar is the blanking of old tapes; cutting it off changes nothing. */
const LEAST_BAR_FRACTION = 0.02;
/** Bars lie on both sides alike; a dark sky does not. */
const UNEVEN_FRACTION = 0.02;

/**
 * The picture between black bars above and below, or left and right.
 * @param seen at several places of the video; what was seen at any of them belongs to the picture
 * @returns fractions of width and height; null: no bars
 */
export function activeAreaOf(
  seen: readonly SeenArea[],
  { widthPx, heightPx, storedWidthPx, storedHeightPx }: ContainerFacts,
): PictureBox | null {
  if (seen.length === 0) return null;
  const isTurned = widthPx < heightPx !== storedWidthPx < storedHeightPx;
  const [across, down] = isTurned ? [storedHeightPx, storedWidthPx] : [storedWidthPx, storedHeightPx];
  const x = spanOf(
    Math.min(...seen.map(({ left }) => left)),
    Math.max(...seen.map(({ right }) => right)),
    across,
  );
  const y = spanOf(
    Math.min(...seen.map(({ top }) => top)),
    Math.max(...seen.map(({ bottom }) => bottom)),
    down,
  );
  if (!x && !y) return null;
  const [[left, width], [top, height]] = [x ?? [0, 1], y ?? [0, 1]];
  return { x: left, y: top, width, height };
}

/** From and length as fractions; null: no bars on both sides. */
function spanOf(from: number, to: number, length: number): [from: number, length: number] | null {
  const [before, after] = [from / length, (length - to) / length];
  const areBars =
    Math.min(before, after) >= LEAST_BAR_FRACTION && Math.abs(before - after) <= UNEVEN_FRACTION;
  return areBars ? [before, 1 - before - after] : null;
}
