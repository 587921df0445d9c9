import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TemporaryFolder } from '@keyart/common';
import { CHATML_TEMPLATE, renderPrompts } from '@keyart/llm';
import { buildWorld, DEFAULT_KNOBS, DEFAULT_SETTINGS, generateSource, ViewerTruth } from '@keyart/simulation';
import { questionOf, VARIANTS, type Question } from './question';
import { questionSets } from './question-sets';
import { readScores, scoredPairs } from './score-file';
import { writePrompts } from './write-prompts';

const WORLD = buildWorld(generateSource('spec'), {
  ...DEFAULT_SETTINGS,
  ...{ seed: 'spec', titleCount: 80, knobs: DEFAULT_KNOBS },
});
const SETTINGS = {
  template: CHATML_TEMPLATE,
  formulation: 'pointwise',
  historyTokens: 0,
  synopsisTokens: 0,
} as const;
const GIVEN = { world: WORLD, settings: SETTINGS };
const SETS = questionSets(WORLD, new ViewerTruth(WORLD), {
  counts: { pairs: 40, logged: 30, unlabelled: 20 },
  seed: 'spec',
});

describe('questionOf', () => {
  const pair = SETS.cold[0];

  it('asks in the prompts that serve', () => {
    const { prefix, branches } = questionOf(GIVEN, pair);
    const { film, artworks } = WORLD.titles[pair.title];
    const served = renderPrompts(SETTINGS, {
      viewer: { region: '', taste: WORLD.viewers[pair.viewer].taste },
      title: film,
      captions: artworks.map(({ caption }) => caption),
    });
    expect(branches.map((branch) => prefix + branch)).toEqual(served.prompts);
  });

  it('has an id for every variant, the same for the same question', () => {
    const ids = VARIANTS.map((variant) => questionOf(GIVEN, pair, variant).id);
    expect(new Set(ids).size).toBe(VARIANTS.length);
    expect(questionOf(GIVEN, pair).id).toBe(ids[0]);
  });
});

describe('questionSets', () => {
  it('keeps held-out viewers out of the log and the unlabelled pairs, and in the tables', () => {
    const isHeldOut = ({ viewer }: { viewer: number }): boolean => WORLD.viewers[viewer].isHeldOut;
    expect([...SETS.logged, ...SETS.unlabelled].some(isHeldOut)).toBe(false);
    expect([...SETS.warm, ...SETS.cold].every(isHeldOut)).toBe(true);
    expect(new Set(SETS.unlabelled.map(({ viewer, title }) => `${viewer}/${title}`)).size).toBe(20);
  });
});

describe('questions and scores as files', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await TemporaryFolder.make('questions');
  });
  afterAll(() => folder.remove());
  const ask = (pair: { viewer: number; title: number }): Question => questionOf(GIVEN, pair);

  it('writes each question once and leaves out what is answered', async () => {
    const file = path.join(folder.path, 'prompts.jsonl');
    const known = new Set([ask(SETS.cold[0]).id]);
    const count = await writePrompts(file, [...SETS.cold, ...SETS.cold], { ask, known });
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as Question).id);
    expect(count).toBe(SETS.cold.length - 1);
    expect(new Set(ids).size).toBe(count);
    expect(ids).not.toContain([...known][0]);
  });

  it('gives pairs their scores, and says how many are missing', async () => {
    const file = path.join(folder.path, 'scores.jsonl');
    const lines = SETS.cold.map((pair) => {
      const { id, branches } = ask(pair);
      return JSON.stringify({ id, scores: branches.map((_, k) => pair.viewer + k), labelMass: 0.99 });
    });
    await writeFile(file, `${lines.join('\n')}\n`);
    const answers = await readScores(file);
    const scored = scoredPairs(SETS.cold, { ask, answers, file });
    expect(scored.get(SETS.cold[3].viewer, SETS.cold[3].title)?.[1]).toBe(SETS.cold[3].viewer + 1);
    expect(() => scoredPairs([...SETS.cold, ...SETS.warm], { ask, answers, file })).toThrow(
      `${SETS.warm.length} of ${SETS.warm.length + SETS.cold.length} pairs`,
    );
  });

  it.each([
    ['not JSON', 'line 1'],
    ['{"id": "a", "scores": [1, null], "labelMass": 1}', 'field scores'],
    ['{"scores": [1], "labelMass": 1}', 'field id'],
    ['{"id": "a", "scores": [1]}', 'field labelMass'],
  ])('names line and field of %s', async (line, named) => {
    const file = path.join(folder.path, 'bad.jsonl');
    await writeFile(file, `${line}\n`);
    await expect(readScores(file)).rejects.toThrow(named);
  });
});
