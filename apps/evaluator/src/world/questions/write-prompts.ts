import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { WorldPair } from '@keyart/simulation';
import type { Question } from './question';

/** Viewer by viewer: prompts that begin alike lie together and are computed together. */
function byViewer(pairs: readonly WorldPair[]): WorldPair[] {
  return [...pairs].sort((a, b) => a.viewer - b.viewer || a.title - b.title);
}

/**
 * Writes the questions of pairs as JSON lines, each question once.
 * @param known ids that are left out: they have been answered
 * @returns how many were written
 */
export async function writePrompts(
  file: string,
  pairs: readonly WorldPair[],
  { ask, known }: { readonly ask: (pair: WorldPair) => Question; readonly known: ReadonlySet<string> },
): Promise<number> {
  const seen = new Set(known);
  let count = 0;
  function* lines(): Generator<string> {
    for (const pair of byViewer(pairs)) {
      const question = ask(pair);
      if (seen.has(question.id)) continue;
      seen.add(question.id);
      count++;
      yield `${JSON.stringify(question)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return count;
}
