import { NEW_VIEWER_TASTE } from '@keyart/features';
import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { CHATML_TEMPLATE } from '../prompt/templates';
import { measureChoiceQuality } from './measure-choice-quality';
import { measurePointwiseQuality } from './measure-pointwise-quality';
import { rewordCaption } from './reword-caption';

type Logits = (prompt: string, labels: readonly string[]) => number[];

const scorerOf = (logits: Logits): LabelScorer => ({
  modelVersion: 'fake',
  score: ({ prompts, labels }: LabelScoreRequest): Promise<LabelScore[]> =>
    Promise.resolve(
      prompts.map((prompt, i) => ({
        logProbabilities: logits(prompt, labels[i]),
        labelMass: 0.8,
        missing: [],
      })),
    ),
  close: () => Promise.resolve(),
});
const CASES = [3, 4, 1].map((count) => ({
  viewer: { taste: NEW_VIEWER_TASTE, region: 'US' },
  title: { name: 'Title', year: 2000, genres: [], synopsis: '' },
  captions: Array.from({ length: count }, (_, i) => `Picture number ${i}, a dark road`),
}));
const PARTS = { template: CHATML_TEMPLATE, historyTokens: 150 };
const OPTIONS = { labelMassThreshold: 0.5 };

describe('measureChoiceQuality', () => {
  const measure = (logits: Logits) =>
    measureChoiceQuality({ scorer: scorerOf(logits), settings: PARTS }, CASES, OPTIONS);
  const byContent: Logits = (prompt) =>
    [...prompt.matchAll(/number (\d)/g)].map(([, digit]) => -Number(digit) / 10);

  it('a model that reads the options never flips', async () => {
    const quality = await measure(byContent);
    expect(quality).toMatchObject({ caseCount: 2, flipRate: 0, calibratedFlipRate: 0 });
    expect(quality.labelMass).toMatchObject({ promptCount: 7, min: 0.8, belowThresholdFraction: 0 });
  });

  it('a model that always says A flips with every shift', async () => {
    expect((await measure((_, labels) => labels.map((_, i) => -i))).flipRate).toBe(1);
  });

  it('subtracting the slot prior lets the content through', async () => {
    const quality = await measure((prompt) => byContent(prompt, []).map((value, slot) => value - slot));
    expect(quality.flipRate).toBe(1);
    expect(quality.calibratedFlipRate).toBe(0);
    expect(quality.slotPrior['3']).toHaveLength(3);
    const [first, second] = quality.slotPrior['4'];
    expect(first - second).toBeCloseTo(1, 9);
  });
});

describe('measurePointwiseQuality', () => {
  it('reports mass, spread and a pick that survives rewording', async () => {
    const odds: Logits = (prompt) => [-Number(/number (\d)/.exec(prompt)?.[1]) - 1, -1];
    const scorer = scorerOf(odds);
    const quality = await measurePointwiseQuality({ scorer, settings: PARTS }, CASES, OPTIONS);
    expect(quality).toMatchObject({ caseCount: 2, pickStability: 1, rewordingShift: 0 });
    expect(quality.labelMass.promptCount).toBe(14);
    expect(quality.meanLogOdds).toBeCloseTo(-9 / 7, 12);
  });

  it('notices a pick that hangs on the wording', async () => {
    const scorer = scorerOf((prompt) => [
      /dark.*number 0|number 0.*dark/.test(prompt) ? 0 : -1,
      -0.5 - Number(prompt.includes('dim')),
    ]);
    const quality = await measurePointwiseQuality({ scorer, settings: PARTS }, CASES, OPTIONS);
    expect(quality.rewordingShift).toBeGreaterThan(0.5);
  });
});

describe('rewordCaption', () => {
  it.each([
    ['A man beside a ship, a dark sky above', 'a dim sky over, A gentleman next to a vessel'],
    ['Dark woods', 'Dim forest'],
    ['A kite', 'Shown here: A kite'],
  ])('%s → %s', (caption, reworded) => expect(rewordCaption(caption)).toBe(reworded));
});
