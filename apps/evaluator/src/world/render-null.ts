import type { NullRun } from './run-null';

/** What was found in the null world, as text. */
export function renderNull({
  drawCount,
  rankers,
  betterDrawCount,
  worseDrawCount,
  declared,
}: NullRun): string {
  const told = declared.flatMap(({ draw, better, worse }) => [
    ...better.map((name) => `  draw ${draw + 1}: ${name} declared better`),
    ...worse.map((name) => `  draw ${draw + 1}: ${name} declared worse`),
  ]);
  return [
    `null world, ${drawCount} draws, ${rankers.length} rankers against production (SNIPS, 95%, Holm): ${rankers.join(', ')}`,
    `draws with any ranker declared better: ${betterDrawCount}; worse: ${worseDrawCount}`,
    ...told,
  ].join('\n');
}
