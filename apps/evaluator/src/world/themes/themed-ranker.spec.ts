import { FACETS } from '@keyart/features';
import { CHATML_THEMES_TEMPLATE } from '@keyart/llm';
import {
  buildWorld,
  DEFAULT_KNOBS,
  DEFAULT_SETTINGS,
  generateSource,
  heldOutPairs,
  oracleRanker,
  randomRanker,
  tableOfRankers,
  ViewerTruth,
  workerReading,
} from '@keyart/simulation';
import type { Answer } from '../questions/score-file';
import { themeQuestions } from './theme-questions';
import { answeredThemes, requireAnswers } from './theme-answers';
import { themedRanker } from './themed-ranker';

const WORLD = buildWorld(generateSource('spec'), {
  ...DEFAULT_SETTINGS,
  ...{ seed: 'spec', titleCount: 120, knobs: DEFAULT_KNOBS },
});
const SETTINGS = { template: CHATML_THEMES_TEMPLATE, formulation: 'pointwise', historyTokens: 0 } as const;
const READ = new Map(
  WORLD.titles.flatMap(({ artworks, truths }) =>
    artworks.map(({ caption }, k) => [caption, workerReading(truths[k])] as const),
  ),
);
const SURE = 6;
const LEVELS: Readonly<Record<string, number>> = {
  Yes: 4,
  Often: 3,
  Sometimes: 2,
  Perhaps: 1,
  Seldom: -1,
  Rarely: -2,
  Hardly: -3,
  No: -4,
};

/** Reads captions rightly and viewers by their examples. */
function knowingAnswers(): Map<string, Answer> {
  const shown = (branch: string): string => /Picture: (.*) Answer:$/.exec(branch)?.[1] ?? '';
  const answers = [...themeQuestions(WORLD, SETTINGS)].map(({ id, formulation, prefix, branches }) => {
    const read = (branch: string): number[] =>
      FACETS.map((facet) => SURE * Number((READ.get(shown(branch))?.[facet] ?? 0) > 0));
    const fits = (branch: string): number => {
      const own = prefix.split('\n').find((line) => line.startsWith(`Picture: ${shown(branch)} `));
      return LEVELS[own?.split('Answer: ')[1] ?? ''] ?? 0;
    };
    const scores = formulation === 'reading' ? branches.flatMap(read) : branches.map(fits);
    return [id, { scores, labelMass: 1 }] as const;
  });
  return new Map(answers);
}

describe('themedRanker', () => {
  it('closes much of the gap where it reads rightly', () => {
    const truth = new ViewerTruth(WORLD);
    const given = { answers: knowingAnswers(), file: 'f', settings: SETTINGS };
    const ranker = themedRanker('themed', WORLD, answeredThemes(WORLD, given));
    const pairs = heldOutPairs(WORLD, true, { count: 600, seed: 'spec' });
    const { rows } = tableOfRankers({ world: WORLD, truth, pairs }, [
      randomRanker(WORLD),
      ranker,
      oracleRanker(WORLD, truth),
    ]);
    expect(rows[1].gapClosed.low).toBeGreaterThan(0.2);
  });

  it('says which question has no answer, and where it was looked for', () => {
    const given = { answers: new Map<string, Answer>(), file: 'answers.jsonl', settings: SETTINGS };
    expect(() => requireAnswers(WORLD, given)).toThrow(/answers\.jsonl: question [0-9a-f]{24} has no answer/);
  });
});
