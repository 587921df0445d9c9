import { assignmentFraction, contentHash, hash32, uniformFromKey } from './hash';
import { createRandom, type Random } from './random';

const DRAWS = 1_000_000;
const BUCKETS = 1000;

/** Eight words of 16 random bits a piece; version and variant as in RFC 9562. */
function uuidFrom(random: Random): string {
  const word = (): string => (65_536 + Math.floor(random.next() * 65_536)).toString(16).slice(1);
  return `${word()}${word()}-${word()}-4${word().slice(1)}-a${word().slice(1)}-${word()}${word()}${word()}`;
}

/** `[count]`; a plain loop, because `Float64Array.from` takes seconds for a million. */
function drawMany(count: number, drawAt: (i: number) => number): Float64Array {
  const draws = new Float64Array(count);
  for (let i = 0; i < count; i++) draws[i] = drawAt(i);
  return draws;
}

/** Pearson's statistic over equal buckets, standardised: (χ² − df) / √(2 df). */
function chiSquareZ(draws: Float64Array, bucketOf: (draw: number) => number): number {
  const counts = new Array<number>(BUCKETS).fill(0);
  for (const draw of draws) counts[bucketOf(draw)]++;
  const expected = draws.length / BUCKETS;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (chiSquare - (BUCKETS - 1)) / Math.sqrt(2 * (BUCKETS - 1));
}

/** Largest distance of the empirical distribution from the uniform, times √n (Kolmogorov–Smirnov). */
function kolmogorovSmirnov(draws: Float64Array): number {
  const sorted = draws.slice().sort();
  let distance = 0;
  sorted.forEach((draw, i) => {
    distance = Math.max(distance, Math.abs(draw - i / DRAWS), Math.abs(draw - (i + 1) / DRAWS));
  });
  return distance * Math.sqrt(DRAWS);
}

function correlationZ(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += 12 * (left[i] - 0.5) * (right[i] - 0.5);
  return sum / Math.sqrt(left.length);
}

describe('uniformFromKey', () => {
  const random = createRandom('hash.spec');
  const keys: readonly [string, (i: number) => string][] = [
    ['random UUIDs', () => uuidFrom(random)],
    ['UUIDs that count up', (i) => `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`],
  ];

  // √n·KS above 1.95 has probability .001 for a true uniform; |z| above 3.5 has .0005.
  it.each(keys)('is uniform over a million %s', (_name, keyAt) => {
    const draws = drawMany(DRAWS, (i) => uniformFromKey(keyAt(i), 'keyart/1'));
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    expect(kolmogorovSmirnov(draws)).toBeLessThan(1.95);
    expect(Math.abs(chiSquareZ(draws, (draw) => Math.floor(draw * BUCKETS)))).toBeLessThan(3.5);
    expect(Math.abs(chiSquareZ(draws, (draw) => (draw * 2 ** 53) % BUCKETS))).toBeLessThan(3.5);
    expect(Math.abs(correlationZ(draws.subarray(1), draws.subarray(0, DRAWS - 1)))).toBeLessThan(3.5);
  });

  it('draws anew under another salt', () => {
    const draw = (salt: string): Float64Array =>
      drawMany(DRAWS / 10, (i) => uniformFromKey(`member-${i}`, salt));
    expect(Math.abs(correlationZ(draw('keyart/1'), draw('keyart/2')))).toBeLessThan(3.5);
  });

  it('is a pure function that tells salt and key apart', () => {
    expect(uniformFromKey('key', 'salt')).toBe(uniformFromKey('key', 'salt'));
    expect(uniformFromKey('bc', 'a')).not.toBe(uniformFromKey('c', 'ab'));
  });
});

describe('hash32', () => {
  it('keeps its values: feature buckets are stored with models', () => {
    expect([hash32('', 0), hash32('rider', 0), hash32('rider', 1)]).toEqual([0, 768_208_419, 2_871_515_349]);
  });
});

describe('assignmentFraction', () => {
  it('is uniform, and independent between salts', () => {
    const draw = (salt: string): Float64Array =>
      drawMany(50_000, (i) => assignmentFraction(salt, `member-${i}`));
    const [first, second] = [draw('experiment/1'), draw('experiment/2')];
    expect(Math.abs(chiSquareZ(first, (fraction) => Math.floor(fraction * BUCKETS)))).toBeLessThan(3.5);
    expect(Math.abs(correlationZ(first, second))).toBeLessThan(3.5);
  });
});

describe('contentHash', () => {
  it('is SHA-256 in hex, cut to the length asked for', () => {
    expect(contentHash('abc', 16)).toBe('ba7816bf8f01cfea');
    expect(contentHash('abc')).toHaveLength(64);
  });
});
