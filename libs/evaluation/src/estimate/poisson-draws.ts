/** P(K ≤ k) of the Poisson distribution with mean 1, by 2^32: a uniform 32-bit number below the k-th is a draw of at most k. */
const CUMULATIVE = Float64Array.from({ length: 13 }, (_, k) => {
  let term = Math.exp(-1);
  let sum = term;
  for (let i = 1; i <= k; i++) sum += term /= i;
  return sum * 2 ** 32;
});

/** Poisson(1) draws of one member after the other, from the seed and the member's hash alone (splitmix32 streams). */
export class PoissonDraws {
  private state = 0;

  /** @param seed of the whole bootstrap, whole */
  constructor(private readonly seed: number) {}

  /** @param memberHash 32 bits, well mixed */
  begin(memberHash: number): void {
    this.state = mix(memberHash ^ mix(this.seed | 0));
  }

  /** In [0, 13]. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    const uniform = mix(this.state) >>> 0;
    let k = 0;
    while (k < CUMULATIVE.length && uniform >= CUMULATIVE[k]) k++;
    return k;
  }
}

/** A bijection of 32-bit numbers that leaves no pattern (Steele et al., Fast splittable pseudorandom number generators, 2014). */
function mix(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}
