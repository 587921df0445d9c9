import { xoroshiro128plus, unsafeUniformIntDistribution, type RandomGenerator } from 'pure-rand';
import { hash32 } from './hash';

/** A seeded stream of uniform numbers; the only source of chance in the pure libraries. */
export interface Random {
  /** Next uniform number in [0, 1), 53 bits. */
  next(): number;
}

const TWO_POW_26 = 2 ** 26;
const TWO_POW_27 = 2 ** 27;
const TWO_POW_53 = 2 ** 53;

class SeededRandom implements Random {
  constructor(private readonly generator: RandomGenerator) {}

  next(): number {
    const high = unsafeUniformIntDistribution(0, TWO_POW_26 - 1, this.generator);
    const low = unsafeUniformIntDistribution(0, TWO_POW_27 - 1, this.generator);
    return (high * TWO_POW_27 + low) / TWO_POW_53;
  }
}

/**
 * A deterministic stream (xoroshiro128+) seeded by the text; equal seeds give equal streams.
 * @param seed any text, e.g. `simulation/42`
 */
export function createRandom(seed: string): Random {
  return new SeededRandom(xoroshiro128plus(hash32(seed, 0)));
}
