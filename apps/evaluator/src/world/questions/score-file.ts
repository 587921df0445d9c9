import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { InputError, messageOf } from '@keyart/common';
import { ScoredPairs, type WorldPair } from '@keyart/simulation';
import type { Question } from './question';

/** A model's answer to one question. */
export interface Answer {
  /** `[K]`, log-odds of yes over no. */
  readonly scores: readonly number[];
  /** Smallest share of the labels over the prompts, in [0, 1]. */
  readonly labelMass: number;
}

function answerOf(line: string, where: string): [string, Answer] {
  const bad = (what: string): InputError => new InputError('BAD_SCORES', `${where}: ${what}`);
  let value: Partial<Answer> & { id?: unknown };
  try {
    value = JSON.parse(line) as typeof value;
  } catch (error) {
    throw bad(messageOf(error));
  }
  const { id, scores, labelMass } = value;
  if (typeof id !== 'string') throw bad('field id: must be a text');
  if (!Array.isArray(scores) || !scores.every(Number.isFinite))
    throw bad('field scores: must be finite numbers');
  if (typeof labelMass !== 'number') throw bad('field labelMass: must be a number');
  return [id, { scores: scores as number[], labelMass }];
}

/**
 * Answers by question id, as `training/score.py` writes them.
 * @throws InputError `BAD_SCORES` naming file, line and field
 */
export async function readScores(file: string): Promise<Map<string, Answer>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError('BAD_SCORES', `${file}: ${messageOf(error)}; make it by training/score.py`, {
      cause: error,
    });
  }
  const lines = text.split('\n');
  return new Map(lines.flatMap((line, i) => (line === '' ? [] : [answerOf(line, `${file}: line ${i + 1}`)])));
}

/** Ids that a file of scores answers; none where it does not exist yet. */
export async function knownIds(file: string): Promise<ReadonlySet<string>> {
  return existsSync(file) ? new Set((await readScores(file)).keys()) : new Set();
}

/** Answers of a set of pairs, all of them. @throws InputError `MISSING_SCORES` saying how many are missing */
export function scoredPairs(
  pairs: readonly WorldPair[],
  {
    ask,
    answers,
    file,
  }: {
    readonly ask: (pair: WorldPair) => Question;
    readonly answers: ReadonlyMap<string, Answer>;
    readonly file: string;
  },
): ScoredPairs {
  const scored = new ScoredPairs();
  let missing = 0;
  for (const pair of pairs) {
    const answer = answers.get(ask(pair).id);
    if (answer) scored.set(pair.viewer, pair.title, Float64Array.from(answer.scores));
    else missing++;
  }
  if (missing > 0) {
    throw new InputError(
      'MISSING_SCORES',
      `${file}: ${missing} of ${pairs.length} pairs have no scores; ask for the same pairs and seed by keyart world prompts, then run training/score.py`,
    );
  }
  return scored;
}
