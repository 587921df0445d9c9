import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { WorldPair } from '@keyart/simulation';
import type { Question } from './question';

/** Viewer by viewer: prompts that begin alike lie together and are computed together. */
function byViewer(pairs: readonly WorldPair[]): WorldPair[] {
  return [...pairs].sort((a, b) => a.viewer - b.viewer || a.title - b.title);
}

/** Writes questions as JSON lines, each once. @param known ids that are left out: they have been answered @returns how many were written */
export async function writeQuestions(
  file: string,
  questions: Iterable<{ readonly id: string }>,
  known: ReadonlySet<string>,
): Promise<number> {
  const seen = new Set(known);
  let count = 0;
  function* lines(): Generator<string> {
    for (const question of questions) {
      if (seen.has(question.id)) continue;
      seen.add(question.id);
      count++;
      yield `${JSON.stringify(question)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return count;
}

/** Writes the questions of pairs; see `writeQuestions`. */
export function writePrompts(
  file: string,
  pairs: readonly WorldPair[],
  { ask, known }: { readonly ask: (pair: WorldPair) => Question; readonly known: ReadonlySet<string> },
): Promise<number> {
  function* questions(): Generator<Question> {
    for (const pair of byViewer(pairs)) yield ask(pair);
  }
  return writeQuestions(file, questions(), known);
}
