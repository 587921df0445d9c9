import type { Tile } from './tiles';

/** Sums over any rectangle of a plane in four look-ups (Crow, Summed-area tables for texture mapping, SIGGRAPH 1984). */
export class SummedArea {
  private readonly sums: Float64Array;
  private readonly rowLength: number;

  /** @param values row by row, `[height · width]` */
  constructor(values: ArrayLike<number>, width: number) {
    const height = values.length / width;
    this.rowLength = width + 1;
    this.sums = new Float64Array(this.rowLength * (height + 1));
    for (let y = 0, from = 0, at = this.rowLength + 1; y < height; y++, at++) {
      let row = 0;
      for (let x = 0; x < width; x++, from++, at++) {
        row += values[from];
        this.sums[at] = this.sums[at - this.rowLength] + row;
      }
    }
  }

  sum({ left, top, right, bottom }: Tile): number {
    const above = top * this.rowLength;
    const below = bottom * this.rowLength;
    return (
      this.sums[below + right] - this.sums[below + left] - this.sums[above + right] + this.sums[above + left]
    );
  }

  mean(tile: Tile): number {
    return this.sum(tile) / ((tile.right - tile.left) * (tile.bottom - tile.top));
  }
}
