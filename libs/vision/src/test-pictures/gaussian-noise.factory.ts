import { createRandom } from '@keyart/common';

/** For tests: a seeded stream of N(0, σ²) numbers (Box & Muller). */
export function gaussianNoise(seed: string, sigma: number): () => number {
  const random = createRandom(seed);
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    return sigma * radius * Math.cos(2 * Math.PI * random.next());
  };
}
