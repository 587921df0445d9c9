import { createRandom } from '@keyart/common';
import type { ClipScript, ShotScript } from './clip-script';

/** Draws the frames of one shot, by their place in it. */
export type ShotRenderer = (frame: number) => Uint8Array;

const SHAKE_PX = 3;
const HELD_FRAMES = 3;
const WALKER_FRACTION = 0.22;
const WALKER_COLOUR = [228, 196, 64];
const NOISE_LEVELS = 3;
const NOISE_LENGTH = 4099;

/** A renderer of a shot; equal scripts draw equal frames. */
export function renderShot(
  { widthPx, heightPx, seed }: Pick<ClipScript, 'widthPx' | 'heightPx' | 'seed'>,
  shot: ShotScript,
  index: number,
): ShotRenderer {
  const random = createRandom(`${seed}/shot/${index}`);
  const noise = Int8Array.from({ length: NOISE_LENGTH }, () =>
    Math.round(NOISE_LEVELS * (2 * random.next() - 1)),
  );
  const shakes = Array.from({ length: shot.frameCount }, () =>
    [random.next(), random.next()].map((x) => Math.round(SHAKE_PX * (2 * x - 1))),
  );
  return (frame) => {
    const step = shot.motion === 'held' ? frame - (frame % HELD_FRAMES) : frame;
    const pixels = cutOut({ shot, step, shake: shakes[frame], widthPx, heightPx });
    if (shot.motion === 'walk' || shot.motion === 'held')
      drawWalker(pixels, { shot, step, widthPx, heightPx });
    // What is held is held to the last pixel.
    const phase = (step * 977) % NOISE_LENGTH;
    for (let i = 0; i < pixels.length; i++) pixels[i] = clamp(pixels[i] + noise[(i + phase) % NOISE_LENGTH]);
    return pixels;
  };
}

interface View {
  readonly shot: ShotScript;
  readonly step: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The part of the plate that the camera sees. */
function cutOut({
  shot,
  step,
  shake,
  widthPx,
  heightPx,
}: View & { readonly shake: readonly number[] }): Uint8Array {
  const { plate, motion, speedPx } = shot;
  const [spareX, spareY] = [plate.widthPx - widthPx, plate.heightPx - heightPx];
  const [middleX, middleY] = [Math.floor(spareX / 2), Math.floor(spareY / 2)];
  const travelled = Math.round(step * speedPx);
  const left = motion === 'pan' ? bounce(travelled, spareX) : middleX + (motion === 'shake' ? shake[0] : 0);
  const top = motion === 'tilt' ? bounce(travelled, spareY) : middleY + (motion === 'shake' ? shake[1] : 0);
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    const from = ((within(top, spareY) + y) * plate.widthPx + within(left, spareX)) * 3;
    pixels.set(plate.data.subarray(from, from + widthPx * 3), y * widthPx * 3);
  }
  return pixels;
}

/** Something with a few parts that crosses the picture. */
function drawWalker(pixels: Uint8Array, { shot, step, widthPx, heightPx }: View): void {
  const size = Math.round(heightPx * WALKER_FRACTION);
  const left = Math.round((step * shot.speedPx) % (widthPx - size));
  const top = Math.round(heightPx * 0.55 + Math.sin(step / 3) * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const isShade = (x >> 3) % 2 === (y >> 3) % 2;
      for (let channel = 0; channel < 3; channel++) {
        pixels[((top + y) * widthPx + left + x) * 3 + channel] =
          WALKER_COLOUR[channel] * (isShade ? 1 : 0.45);
      }
    }
  }
}

function bounce(travelled: number, spare: number): number {
  if (spare <= 0) return 0;
  const place = travelled % (2 * spare);
  return place <= spare ? place : 2 * spare - place;
}

function within(place: number, spare: number): number {
  return Math.min(Math.max(0, spare), Math.max(0, place));
}

function clamp(level: number): number {
  return level < 0 ? 0 : level > 255 ? 255 : level;
}
