import { LAYER_CELL_COUNT, type LayerRange } from '@keyart/contracts';

/**
 * The parts of the layer that no experiment holds, in order.
 * @param taken disjoint ranges in any order
 */
export function freeRanges(taken: readonly LayerRange[]): LayerRange[] {
  const ordered = [...taken].sort((a, b) => a.fromCell - b.fromCell);
  const starts = [0, ...ordered.map(({ toCell }) => toCell)];
  const ends = [...ordered.map(({ fromCell }) => fromCell), LAYER_CELL_COUNT];
  const gaps = starts.map((fromCell, i) => ({ fromCell, toCell: ends[i] }));
  return gaps.filter(({ fromCell, toCell }) => fromCell < toCell);
}

/**
 * First-fit: the lowest free cells in one piece.
 * @param taken disjoint ranges in any order
 * @param cellCount cells wanted, ≥ 1
 * @returns null where no gap is that wide
 */
export function firstFreeRange(taken: readonly LayerRange[], cellCount: number): LayerRange | null {
  const gap = freeRanges(taken).find(({ fromCell, toCell }) => toCell - fromCell >= cellCount);
  return gap ? { fromCell: gap.fromCell, toCell: gap.fromCell + cellCount } : null;
}
