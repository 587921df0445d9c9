import { createRandom } from '@keyart/common';
import { simulatedCatalogue, simulatedLog, simulatedTastes } from './simulated-log.factory';
import { subtractTitleBaseline } from './subtract-title-baseline';
import { TitleBaseline, type TitleReward } from './title-baseline';
import type { TrainingRow } from './training-row';

const TITLE_COUNT = 20;
const appealOf = (titleId: string): number => 0.1 + (0.6 * Number(titleId.split('-')[1])) / TITLE_COUNT;
const isGood = (artworkId: string): boolean => artworkId.endsWith('-1');
const EFFECT = 0.15;

/** Titles of very different appeal; picture 1 is better than the rest by `EFFECT`, and the logger likes to show it. */
const log = (seed: string, rowCount = 4_000): TrainingRow[] =>
  simulatedLog({
    seed: `title-baseline/${seed}`,
    rowCount,
    catalogue: simulatedCatalogue(TITLE_COUNT),
    tastes: simulatedTastes(5, createRandom('title-baseline/tastes')),
    truth: (_, { titleId, artworkId }) => appealOf(titleId) + (isGood(artworkId) ? EFFECT : 0),
    preference: (_, { artworkId }) => (isGood(artworkId) ? 3 : 1),
  });

const rewardOf = (titleId: string, reward: number): TitleReward => ({
  ...{ titleId, reward, propensity: 0.5, candidateCount: 2 },
});

/** Difference of mean reward between the good pictures and the rest, by inverse propensity. */
function effectOf(rows: readonly TrainingRow[]): number {
  const mean = (isWanted: boolean): number => {
    const wanted = rows.filter(({ artwork }) => isGood(artwork.artworkId) === isWanted);
    const weight = ({ propensity }: TrainingRow): number => 1 / propensity;
    const total = wanted.reduce((sum, row) => sum + weight(row), 0);
    return wanted.reduce((sum, row) => sum + weight(row) * row.reward, 0) / total;
  };
  return mean(true) - mean(false);
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mean,
    variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1),
  };
}

describe('TitleBaseline', () => {
  it('does not see the row it is asked for', () => {
    const of = (reward: number, others: readonly number[]): number => {
      const baseline = new TitleBaseline();
      const rows = [reward, ...others].map((each) => rewardOf('a', each));
      for (const row of rows) baseline.add(row);
      return baseline.of(rows[0]);
    };
    // With one title κ keeps its default and both means are those of the other rows.
    expect(of(-1, [0.4, 0.2])).toBeCloseTo(0.3, 12);
    expect(of(1, [0.4, 0.2])).toBeCloseTo(0.3, 12);
    expect(of(1, [])).toBe(0);
  });

  it('is near what the title earns under the uniform policy, however the logger favours a picture', () => {
    const rows = log('level', 20_000);
    const baseline = new TitleBaseline();
    const rewards = rows.map(({ artwork, ...row }) => ({ ...row, titleId: artwork.titleId }));
    rewards.forEach((row) => baseline.add(row));
    for (const titleId of ['title-0', 'title-19']) {
      const row = rewards.find((each) => each.titleId === titleId) ?? rewards[0];
      const uniform = appealOf(titleId) + EFFECT / 6;
      // 3.5 standard errors of a mean of some 1,000 rows with weights up to 8/6, and of its shrinkage.
      expect(Math.abs(baseline.of(row) - uniform)).toBeLessThan(3.5 * Math.sqrt((0.25 * 1.2) / 1_000) + 0.01);
    }
  });
});

describe('subtractTitleBaseline', () => {
  it('keeps the effect of pictures, with less variance', () => {
    const runs = Array.from({ length: 60 }, (_, i) => log(`${i}`));
    const plain = momentsOf(runs.map(effectOf));
    const centred = momentsOf(runs.map((rows) => effectOf(subtractTitleBaseline(rows))));
    const standardError = Math.sqrt(centred.variance / runs.length);
    expect(Math.abs(centred.mean - EFFECT)).toBeLessThan(3.5 * standardError);
    // The same 60 logs twice: all that differs is what the baseline took away.
    expect(centred.variance).toBeLessThan(plain.variance);
  });

  it('keeps order and everything but the reward, and refuses bad rows', () => {
    const rows = log('rows', 50);
    const centred = subtractTitleBaseline(rows);
    expect(centred.map((row, i) => ({ ...row, reward: rows[i].reward }))).toEqual(rows);
    expect(() => subtractTitleBaseline([{ ...rows[0], propensity: 0 }])).toThrow('row 0');
    expect(subtractTitleBaseline([])).toEqual([]);
  });
});
