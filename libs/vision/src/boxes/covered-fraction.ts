import type { PictureBox } from '@keyart/contracts';

/** Share of the picture that the boxes cover together, in [0, 1]: what two of them cover counts once. */
export function coveredFraction(boxes: readonly PictureBox[]): number {
  const edges = [...new Set(boxes.flatMap(({ x, width }) => [x, x + width]))].sort((a, b) => a - b);
  let covered = 0;
  for (let i = 1; i < edges.length; i++) {
    const middle = (edges[i - 1] + edges[i]) / 2;
    const across = boxes.filter(({ x, width }) => x < middle && middle < x + width);
    covered += (edges[i] - edges[i - 1]) * coveredHeight(across);
  }
  return Math.min(1, covered);
}

function coveredHeight(boxes: readonly PictureBox[]): number {
  let covered = 0;
  let reached = 0;
  for (const { y, height } of [...boxes].sort((one, other) => one.y - other.y)) {
    covered += Math.max(0, y + height - Math.max(y, reached));
    reached = Math.max(reached, y + height);
  }
  return covered;
}
