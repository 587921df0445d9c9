const EMPTY = 0xffffffff;
const GOLDEN = 0x9e3779b1;

/** Known features: hash → column, by open addressing; columns follow the order of the hashes. */
export class FeatureIndex {
  private readonly table: Uint32Array;
  private readonly shift: number;

  /** @param hashes ascending, without repetition */
  constructor(readonly hashes: Uint32Array) {
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, hashes.length))) + 1);
    this.shift = 32 - bits;
    this.table = new Uint32Array(2 ** bits).fill(EMPTY);
    hashes.forEach((hash, column) => {
      let slot = this.slotOf(hash);
      while (this.table[slot] !== EMPTY) slot = (slot + 1) % this.table.length;
      this.table[slot] = column;
    });
  }

  /** −1: not known. */
  columnOf(hash: number): number {
    const mask = this.table.length - 1;
    for (let slot = this.slotOf(hash); ; slot = (slot + 1) & mask) {
      const column = this.table[slot];
      if (column === EMPTY) return -1;
      if (this.hashes[column] === hash) return column;
    }
  }

  private slotOf(hash: number): number {
    return Math.imul(hash, GOLDEN) >>> this.shift;
  }
}
