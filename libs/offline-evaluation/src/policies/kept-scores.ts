import { appendFile, readFile, truncate } from 'node:fs/promises';
import { InputError } from '@keyart/common';
import type { LabelScores } from '@keyart/ranking';

/** An LLM's scores by what was asked. */
export interface KeptScore {
  readonly key: string;
  readonly scores: LabelScores;
}

const BEGINNING = '{"key":"';

/** Scores that an LLM gave, in memory and in a file of JSON lines, so that a pass that was cut off goes on where it stopped. */
export class KeptScores {
  private readonly known = new Map<string, LabelScores>();

  private constructor(private readonly file: string | undefined) {}

  /** @param file may not be there yet; undefined: kept in memory only @throws InputError `BAD_LLM_SCORES` naming the line */
  static async open(file: string | undefined): Promise<KeptScores> {
    const kept = new KeptScores(file);
    if (file !== undefined) await kept.read(file);
    return kept;
  }

  of(key: string): LabelScores | null {
    return this.known.get(key) ?? null;
  }

  async add(scores: readonly KeptScore[]): Promise<void> {
    for (const one of scores) this.known.set(one.key, one.scores);
    if (this.file === undefined) return;
    await appendFile(this.file, scores.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }

  private async read(file: string): Promise<void> {
    const text = await textOf(file);
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const [i, line] of lines.entries()) {
      const { key, scores } = keptScoreOf(line, file, i + 1);
      this.known.set(key, scores);
    }
    if (last === '') return;
    if (!isOwnBeginning(last)) throw badLine(file, lines.length + 1);
    // Half a line of a pass that was cut off.
    await truncate(file, Buffer.byteLength(text) - Buffer.byteLength(last));
  }
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new InputError('BAD_LLM_SCORES', `${file} cannot be read: ${error.message}`, { cause: error });
  });
}

function keptScoreOf(line: string, file: string, lineNumber: number): KeptScore {
  try {
    const { key, scores } = JSON.parse(line) as Partial<KeptScore>;
    if (typeof key === 'string' && Array.isArray(scores?.values)) return { key, scores };
  } catch {
    // Told below, like a line of another shape.
  }
  throw badLine(file, lineNumber);
}

/** Nothing else is ever cut: the file may be another one by mistake. */
function isOwnBeginning(line: string): boolean {
  return BEGINNING.startsWith(line.slice(0, BEGINNING.length));
}

function badLine(file: string, lineNumber: number): InputError {
  return new InputError(
    'BAD_LLM_SCORES',
    `${file}: line ${lineNumber} is no score as this command writes them`,
  );
}
