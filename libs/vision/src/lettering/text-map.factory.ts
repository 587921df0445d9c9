import type { TextMap } from './text-map';

/** For tests: a map drawn as rows of digits, `7` for a probability of .7, anything else for 0. */
export function drawTextMap(...rows: readonly string[]): TextMap {
  const probabilities = Float32Array.from([...rows.join('')], (digit) => Number(digit) / 10 || 0);
  return { widthPx: rows[0].length, heightPx: rows.length, probabilities };
}
