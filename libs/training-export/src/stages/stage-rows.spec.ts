import { createRandom } from '@keyart/common';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import { CHATML_TEMPLATE, renderPrompts } from '@keyart/llm';
import { temperedSoftmax } from '@keyart/ranking';
import { contentScore } from './content-score';
import { drawStageRow, type StageParts } from './stage-rows';
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
const PARTS: StageParts = {
  settings: SETTINGS,
  viewers: [{ memberId: 'm', region: '', taste: TASTE }],
  titles: [{ titleId: 't', title: { name: 'T', year: 1990, genres: [], synopsis: '' }, pictures: PICTURES }],
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

describe('drawStageRow', () => {
  const draw = (stage: 'seeing' | 'matching', seed: string): ReturnType<typeof drawStageRow> =>
    drawStageRow(PARTS, stage, { id: 'r1', random: createRandom(seed) });

  it('matches: the prompts are those that serve, the target goes with the taste', () => {
    const { prefix, branches, labels, target } = draw('matching', 'one');
    const captions = branches.map((branch) => /Picture: (.*)\.</.exec(branch)?.[1] ?? '');
    const served = renderPrompts(SETTINGS, {
      viewer: PARTS.viewers[0],
      title: PARTS.titles[0].title,
      captions,
    });
    expect(branches.map((branch) => prefix + branch)).toEqual(served.prompts);
    expect(labels).toEqual(served.labels);
    const best = captions[target.indexOf(Math.max(...target))];
    expect(best).toBe('Two people embrace');
    expect(target.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  it('sees: the viewer is made up anew each time and nobody real is told of', () => {
    const [one, other] = [draw('seeing', 'one'), draw('seeing', 'two')];
    expect(one.prefix).not.toBe(other.prefix);
    expect(one.prefix).not.toContain('Ann Lee');
    expect(one.branches).toHaveLength(3);
  });

  it('draws the same for the same seed', () => {
    expect(draw('matching', 'same')).toEqual(draw('matching', 'same'));
  });
});
