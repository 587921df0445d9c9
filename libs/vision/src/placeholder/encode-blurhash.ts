import { levelOfLight } from '../pixels/srgb';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';
/** The greatest amplitude is stored in 83 steps of 1/166, each amplitude in 19 steps of it. */
const AMPLITUDE_SCALE = 166;
const AMPLITUDE_STEPS = 19;
const MIDDLE_STEP = 9;

/** Light of red, green and blue. */
type Light = readonly number[];

/** A square picture in linear light, to be written with so many waves each way. */
export interface BlurSource {
  /** Red, green and blue, each `[side · side]`, row by row, in [0, 1]. */
  readonly planes: readonly ArrayLike<number>[];
  readonly side: number;
  /** 1 to 9. */
  readonly across: number;
  readonly down: number;
}

/**
 * Writes a BlurHash: the lowest waves of a picture in 83 printable characters. Unlike npm `blurhash` 2.0.5 it finds the greatest
 * amplitude by magnitude (there a picture that is lighter to the right loses its contrast), and takes waves at the middle of
 * pixels, so that a flat picture has none.
 * @returns `4 + 2 · across · down` characters
 * @see https://github.com/woltapp/blurhash/blob/master/Algorithm.md
 */
export function encodeBlurhash(source: BlurSource): string {
  const { across, down } = source;
  const [mean, ...waves] = Array.from({ length: across * down }, (_, k) =>
    amplitude(source, k % across, Math.floor(k / across)),
  );
  const greatest = Math.max(0, ...waves.flat().map(Math.abs));
  const step = Math.max(0, Math.min(DIGITS.length - 1, Math.floor(greatest * AMPLITUDE_SCALE - 0.5)));
  return [
    digits(across - 1 + (down - 1) * 9, 1),
    digits(step, 1),
    digits(
      mean.reduce((sum, light) => 256 * sum + levelOfLight(light), 0),
      4,
    ),
    ...waves.map((wave) => digits(quantised(wave, (step + 1) / AMPLITUDE_SCALE), 2)),
  ].join('');
}

function amplitude({ planes, side }: BlurSource, i: number, j: number): Light {
  const wave = (place: number, count: number) => Math.cos((Math.PI * count * (place + 0.5)) / side);
  const scale = (i + j === 0 ? 1 : 2) / side ** 2;
  return planes.map((plane) => {
    let sum = 0;
    for (let y = 0; y < side; y++) {
      let row = 0;
      for (let x = 0; x < side; x++) row += plane[y * side + x] * wave(x, i);
      sum += row * wave(y, j);
    }
    return scale * sum;
  });
}

/** Square roots, so that faint waves keep their shape. */
function quantised(wave: Light, greatest: number): number {
  return wave.reduce((sum, light) => {
    const root = Math.sign(light) * Math.sqrt(Math.min(1, Math.abs(light) / greatest));
    return AMPLITUDE_STEPS * sum + Math.floor(root * MIDDLE_STEP + MIDDLE_STEP + 0.5);
  }, 0);
}

function digits(value: number, count: number): string {
  return Array.from(
    { length: count },
    (_, i) => DIGITS[Math.floor(value / DIGITS.length ** (count - 1 - i)) % DIGITS.length],
  ).join('');
}
