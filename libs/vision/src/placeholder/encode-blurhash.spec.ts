import { decode, encode } from 'blurhash';
import { LIGHT_OF_LEVEL, levelOfLight } from '../pixels/srgb';
import { encodeBlurhash } from './encode-blurhash';

const SIDE = 64;

function blurhash(lightAt: (x: number, y: number) => number, [across, down] = [4, 3]): string {
  const plane = Array.from({ length: SIDE ** 2 }, (_, i) =>
    lightAt(((i % SIDE) + 0.5) / SIDE, (Math.floor(i / SIDE) + 0.5) / SIDE),
  );
  return encodeBlurhash({ planes: [plane, plane, plane], side: SIDE, across, down });
}

/** Red light of the decoded picture at the left of a row. */
function lights(hash: string): number[] {
  return Array.from(decode(hash, 8, 1))
    .filter((_, i) => i % 4 === 0)
    .map((level) => LIGHT_OF_LEVEL[level]);
}

describe('encodeBlurhash', () => {
  it('has no waves for a flat picture', () => {
    const hash = blurhash(() => 0.25);
    expect(new Set(decode(hash, 8, 4).filter((_, i) => i % 4 < 3))).toEqual(new Set([levelOfLight(0.25)]));
  });

  it.each([0.4, -0.4])('keeps a wave of amplitude %f', (amplitude) => {
    const decoded = lights(blurhash((x) => 0.5 + amplitude * Math.cos(Math.PI * x)));
    decoded.forEach((light, i) => {
      expect(light).toBeCloseTo(0.5 + amplitude * Math.cos((Math.PI * i) / 8), 1);
    });
  });

  it('is what npm blurhash writes, where that is right', () => {
    // Light to the left and above: the greatest amplitudes are positive. Half a pixel of 64 apart.
    const lightAt = (x: number, y: number) =>
      0.5 + 0.2 * Math.cos(Math.PI * x) + 0.15 * Math.cos(Math.PI * y);
    const pixels = new Uint8ClampedArray(4 * SIDE ** 2).map((_, i) => {
      const place = Math.floor(i / 4);
      return i % 4 === 3
        ? 255
        : levelOfLight(lightAt((place % SIDE) / SIDE, Math.floor(place / SIDE) / SIDE));
    });
    const theirs = decode(encode(pixels, SIDE, SIDE, 4, 3), 8, 8);
    const ours = decode(blurhash(lightAt), 8, 8);
    expect(Math.max(...ours.map((level, i) => Math.abs(level - theirs[i])))).toBeLessThan(10);
  });

  it('has its number of waves and its length as the format says', () => {
    expect(blurhash((x) => x, [4, 3])).toMatch(/^L.{27}$/);
    expect(blurhash((x) => x, [1, 1])).toMatch(/^0.{5}$/);
  });
});
