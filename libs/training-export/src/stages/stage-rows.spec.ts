import { createRandom } from '@keyart/common';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import { CHATML_TEMPLATE, renderPrompts } from '@keyart/llm';
import { temperedSoftmax } from '@keyart/ranking';
import { contentScore } from './content-score';
import { drawLookupRow, drawMatchingRow } from './matching-rows';
import { PictureShelf } from './picture-shelf';
import { drawSeeingRow } from './seeing-rows';
import type { StageParts } from './stage-parts';
import { drawStageRow, STAGES } from './stage-rows';
import type { TaughtPicture } from './taught';

const SETTINGS = {
  template: CHATML_TEMPLATE,
  formulation: 'pointwise',
  historyTokens: 0,
  synopsisTokens: 0,
} as const;
const picture = (artworkId: string, caption: string, facets: TaughtPicture['facets']): TaughtPicture => ({
  ...{ artworkId, caption, facets },
});
const PICTURES = [
  picture('a', 'Two people embrace.', { romance: 1 }),
  picture('b', 'A grave opens.', { scary: 1 }),
  picture('c', 'Ann Lee looks up.', { star: 1 }),
];
const TASTE = {
  ...NEW_VIEWER_TASTE,
  ...{ version: 'v', historyCount: 9, facets: { romance: 0.4, scary: -0.3 }, people: ['Ann Lee'] },
};
const TITLES = [
  { titleId: 't', title: { name: 'T', year: 1990, genres: ['drama'], synopsis: '' }, pictures: PICTURES },
];
const PARTS: StageParts = {
  ...{ settings: SETTINGS, titles: TITLES, shelf: new PictureShelf(TITLES) },
  sentences: [{ text: 'Two pilots fall in love over the desert.', facets: { romance: 0.5, war: 0.5 } }],
  viewers: [{ memberId: 'm', region: '', taste: TASTE }],
  pictureCount: 3,
};

describe('contentScore', () => {
  it('sums leanings over what the picture shows and adds a liked face', () => {
    expect(PICTURES.map((one) => contentScore(TASTE, one))).toEqual([0.4, -0.3, 0.35]);
  });
});

describe('the soft target', () => {
  it('is the softmax at the temperature', () => {
    const [first, second] = temperedSoftmax([0.2, 0.1], 0.1);
    expect(first + second).toBeCloseTo(1, 12);
    expect(first / second).toBeCloseTo(Math.E, 10);
  });
});

describe('drawMatchingRow', () => {
  const draw = (seed: string, forTraining = false): ReturnType<typeof drawMatchingRow> =>
    drawMatchingRow(PARTS, { id: 'r1', random: createRandom(seed), forTraining });

  it('has the prompts that serve, and a target that goes with the taste', () => {
    const { prefix, branches, labels, target } = draw('one');
    const captions = branches.map((branch) => /Picture: (.*)\.</.exec(branch)?.[1] ?? '');
    const served = renderPrompts(SETTINGS, {
      viewer: PARTS.viewers[0],
      title: TITLES[0].title,
      captions,
    });
    expect(branches.map((branch) => prefix + branch)).toEqual(served.prompts);
    expect(labels).toEqual(served.labels);
    const best = captions[target.indexOf(Math.max(...target))];
    expect(best).toBe('Two people embrace');
    expect(target.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  it('makes viewers up for training alone, who know nobody', () => {
    const seeds = Array.from({ length: 40 }, (_, i) => `seed ${i}`);
    const knowsAnn = (forTraining: boolean): number =>
      seeds.filter((seed) => draw(seed, forTraining).prefix.includes('Ann Lee')).length;
    expect(knowsAnn(false)).toBe(40);
    expect(knowsAnn(true)).toBeGreaterThan(15);
    expect(knowsAnn(true)).toBeLessThan(35);
  });
});

describe('drawLookupRow', () => {
  it('describes pictures by the words of tastes and by names, without a title', () => {
    const random = createRandom('one');
    const rows = Array.from({ length: 40 }, (_, i) => drawLookupRow(PARTS, { id: `r${i}`, random }));
    const targets = rows.flatMap(({ branches, target }) =>
      branches.map((branch, k) => [/Picture: (.*)\.</.exec(branch)?.[1] ?? '', target[k]] as const),
    );
    const mean = (words: string): number => {
      const own = targets.filter(([shown]) => shown === words).map(([, share]) => share);
      return own.reduce((sum, share) => sum + share, 0) / own.length;
    };
    expect(mean('romance')).toBeGreaterThan(mean('war'));
    expect(mean('Ann Lee')).toBeGreaterThan(mean('war'));
    expect(mean('war')).toBeGreaterThan(mean('scary'));
    expect(targets.some(([shown]) => shown.includes(', '))).toBe(true);
    expect(rows.some(({ prefix }) => prefix.includes('Title'))).toBe(false);
  });
});

describe('drawSeeingRow', () => {
  const draw = (parts: StageParts, seed = 'one', forTraining = true): ReturnType<typeof drawSeeingRow> =>
    drawSeeingRow(parts, { id: 'r1', random: createRandom(seed), forTraining });
  const seeds = Array.from({ length: 60 }, (_, i) => `row ${i}`);

  it('asks of captions and sentences what they show, each with a target over all facets', () => {
    const rows = seeds.map((seed) => draw(PARTS, seed));
    const asked = rows.flatMap(({ branches, labels, target }) =>
      branches.map((branch, k) => ({ branch, labels, target: target[k] })),
    );
    expect(asked.some(({ branch }) => branch.includes('Two pilots'))).toBe(true);
    const grave = asked.find(({ branch }) => branch.includes('A grave opens'));
    expect(grave?.labels[grave.target.indexOf(1)]).toBe(' scary');
    for (const { target, labels } of asked) {
      expect(target).toHaveLength(labels.length);
      expect(target.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    }
    expect(rows.some(({ prefix }) => prefix.includes('Viewer'))).toBe(false);
  });

  it('takes captions alone where there are no sentences', () => {
    const branches = seeds.flatMap((seed) => draw({ ...PARTS, sentences: [] }, seed).branches);
    expect(branches.some((branch) => branch.includes('Two pilots'))).toBe(false);
  });

  it('leaves the genres out of some training rows, never of those that judge', () => {
    const parts = { ...PARTS, sentences: [] };
    const told = (forTraining: boolean): number =>
      seeds.filter((seed) => draw(parts, seed, forTraining).prefix.includes('Genres: ')).length;
    expect(told(false)).toBe(seeds.length);
    expect(told(true)).toBeGreaterThan(10);
    expect(told(true)).toBeLessThan(50);
  });
});

describe('drawStageRow', () => {
  it.each(STAGES)('%s: draws the same for the same seed', (stage) => {
    const draw = (): object =>
      drawStageRow(PARTS, stage, { id: 'r1', random: createRandom('same'), forTraining: true });
    expect(draw()).toEqual(draw());
  });
});
