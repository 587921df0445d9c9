import type { LetteringBox, PictureBox } from '@keyart/contracts';

/** Of the smaller height: words of a line lie beside each other. */
const LEAST_COMMON_HEIGHT = 0.6;
/** Words of a line are about equally tall … */
const MOST_HEIGHT_RATIO = 1.7;
/** … and no further apart than this, by their height: titles are often set wide. */
const MOST_GAP_HEIGHTS = 1.2;

/**
 * Words that stand beside each other become one line.
 * @param aspect width of the picture by its height
 * @returns lines from the top, words of each from the left
 */
export function joinLines(words: readonly LetteringBox[], aspect: number): LetteringBox[] {
  const lines: LetteringBox[][] = [];
  for (const word of [...words].sort((one, other) => one.box.x - other.box.x)) {
    const line = lines.find((known) => continues(known[known.length - 1].box, word.box, aspect));
    if (line) line.push(word);
    else lines.push([word]);
  }
  return lines.map(lineOf).sort((one, other) => one.box.y - other.box.y);
}

function continues(before: PictureBox, next: PictureBox, aspect: number): boolean {
  const smaller = Math.min(before.height, next.height);
  const taller = Math.max(before.height, next.height);
  const common = Math.min(before.y + before.height, next.y + next.height) - Math.max(before.y, next.y);
  const gap = (next.x - before.x - before.width) * aspect;
  return (
    common >= LEAST_COMMON_HEIGHT * smaller &&
    taller <= MOST_HEIGHT_RATIO * smaller &&
    gap <= MOST_GAP_HEIGHTS * taller
  );
}

function lineOf(words: readonly LetteringBox[]): LetteringBox {
  if (words.length === 1) return words[0];
  const read = words.filter(({ text }) => text !== null);
  return {
    box: around(words.map(({ box }) => box)),
    confidence: mean(words.map(({ confidence }) => confidence)),
    text: read.length > 0 ? read.map(({ text }) => text).join(' ') : null,
    textConfidence: read.length > 0 ? mean(read.map(({ textConfidence }) => textConfidence ?? 0)) : null,
  };
}

function around(boxes: readonly PictureBox[]): PictureBox {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const farX = Math.max(...boxes.map((box) => box.x + box.width));
  const farY = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: farX - x, height: farY - y };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
