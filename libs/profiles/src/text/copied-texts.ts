import { hammingDistance, hashHalves, type HashHalves } from './hash-halves';

/** Bits in which near-duplicates may differ (Manku, Jain & Das Sarma 2007 for 64-bit hashes). */
export const COPY_DISTANCE = 3;

const BAND_MASK = 0xffff;
const BAND_BITS = 16;

/**
 * Groups of texts of which each is nearly the same as another one of its group (connected components of "Hamming distance ≤ 3").
 * The groups do not depend on the order in which texts come. Of four bands of 16 bits, two hashes that differ in three bits have one in common
 * (pigeonhole), so that only texts with a common band are compared.
 */
export class CopiedTexts {
  private readonly parents: number[] = [];
  private readonly halves: HashHalves[] = [];
  private readonly bands = new Map<number, number[]>();

  /** @returns the text's number: 0, 1, 2 … */
  add(simHash: bigint): number {
    const own = this.parents.length;
    const halves = hashHalves(simHash);
    this.parents.push(own);
    this.halves.push(halves);
    for (const key of bandKeys(halves)) this.join(own, key);
    return own;
  }

  /** Number that stands for the group of a text: equal for texts of one group. */
  groupOf(text: number): number {
    let root = text;
    while (this.parents[root] !== root) root = this.parents[root];
    this.parents[text] = root;
    return root;
  }

  /** Exact copies are compared with one of their kind only, or a thousand of them would cost a million comparisons. */
  private join(own: number, key: number): void {
    const known = this.bands.get(key);
    if (!known) return void this.bands.set(key, [own]);
    let isCopy = false;
    for (const other of known) {
      const distance = hammingDistance(this.halves[own], this.halves[other]);
      if (distance <= COPY_DISTANCE) this.unite(own, other);
      isCopy ||= distance === 0;
    }
    if (!isCopy) known.push(own);
  }

  private unite(a: number, b: number): void {
    const [first, second] = [this.groupOf(a), this.groupOf(b)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }
}

function bandKeys({ low, high }: HashHalves): number[] {
  const bands = [low & BAND_MASK, low >>> BAND_BITS, high & BAND_MASK, high >>> BAND_BITS];
  return bands.map((band, index) => index * (BAND_MASK + 1) + band);
}
