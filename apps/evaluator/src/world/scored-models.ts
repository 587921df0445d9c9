import { InputError } from '@keyart/common';
import type { PromptSettings } from '@keyart/llm';
import type { World, WorldPair, WorldTable } from '@keyart/simulation';
import { questionOf, type Question } from './questions/question';
import type { QuestionSets } from './questions/question-sets';
import { readScores, scoredPairs, type Answer } from './questions/score-file';
import { scoreByStudent } from './student/score-by-student';
import { answeredRanker } from './themes/themed-ranker';
import type { ScoredModel } from './world-rankers';

/** Where a ranker outside of the log comes from. */
export interface ModelSource {
  /** For tables. */
  readonly name: string;
  readonly file: string;
}

/** Rankers that are not fitted to the log: language models' answers, students' graphs. */
export interface ModelSources {
  readonly answers: readonly ModelSource[];
  /** Answers about themes instead of pairs. */
  readonly themed: readonly ModelSource[];
  readonly students: readonly ModelSource[];
  /** How the questions were put. */
  readonly settings: PromptSettings;
}

/** `name=file` as given for an option. @throws InputError `BAD_OPTION` */
export function modelSourceOf(option: string, given: string): ModelSource {
  const cut = given.lastIndexOf('=');
  const [name, file] = [given.slice(0, Math.max(0, cut)).trim(), given.slice(cut + 1)];
  if (cut > 0 && name && file) return { name, file };
  throw new InputError('BAD_OPTION', `${option} ${given}: must be name=file`);
}

function askedPairs({ warm, cold, logged }: QuestionSets): WorldPair[] {
  return [...warm, ...cold, ...logged];
}

/** What models are asked about. */
export interface AskedModels {
  readonly sets: QuestionSets;
  readonly table: WorldTable;
  /** What embedded the world's captions. */
  readonly captionModel: string;
}

interface ReadSource extends ModelSource {
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Reads the answers at once, so that a file that is missing fails before anything is fitted. */
export async function openModels(
  world: World,
  { answers, themed, students, settings }: ModelSources,
): Promise<(asked: AskedModels) => Promise<ScoredModel[]>> {
  const read: ReadSource[] = await Promise.all(
    answers.map(async (source) => ({ ...source, answers: await readScores(source.file) })),
  );
  const themes = await Promise.all(
    themed.map(async ({ name, file }) =>
      answeredRanker(name, world, { answers: await readScores(file), file, settings }),
    ),
  );
  const ask = (pair: WorldPair): Question => questionOf({ world, settings }, pair);
  return async ({ sets, table, captionModel }) => {
    const pairs = askedPairs(sets);
    const models: ScoredModel[] = read.map(({ name, ...rest }) => ({
      name,
      ranker: scoredPairs(pairs, { ask, ...rest }).ranker(name),
    }));
    for (const ranker of themes) models.push({ name: ranker.name, ranker, answersAll: true });
    for (const { name, file } of students) {
      const { scored, decisionsPerSecond } = await scoreByStudent(table, { file, captionModel, pairs });
      models.push({ name, ranker: scored.ranker(name), decisionsPerSecond });
    }
    return models;
  };
}
