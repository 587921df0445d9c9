import { createRandom } from '@keyart/common';
import fc from 'fast-check';
import type { ArtworkOutcome } from './artwork-outcome';
import { fitClickbaitGuard } from './fit-clickbait-guard';
import type { RewardRung } from './reward-ladder';

/** How viewers meet one artwork. */
interface Habit {
  readonly click: number;
  readonly quality: number;
  /** Rung of a click without quality play. */
  readonly otherwise?: RewardRung;
  readonly propensity?: number;
}

function outcomesOf(artworkId: string, habit: Habit, seed: string): ArtworkOutcome[] {
  const random = createRandom(`guard/${seed}/${artworkId}`);
  const { click, quality, otherwise = 'quick-abandon', propensity = 0.25 } = habit;
  const rung = (): RewardRung => {
    if (random.next() >= click) return 'none';
    return random.next() < quality ? 'quality-play' : otherwise;
  };
  return Array.from({ length: 600 }, () => ({
    ...{ artworkId, titleId: artworkId.split('/')[0], rung: rung(), propensity, candidateCount: 4 },
  }));
}

const HONEST: Habit = { click: 0.2, quality: 0.6 };

function title(titleId: string, habits: readonly Habit[], seed = '1'): ArtworkOutcome[] {
  return habits.flatMap((habit, i) => outcomesOf(`${titleId}/${i}`, habit, seed));
}

const demoted = (outcomes: readonly ArtworkOutcome[]): string[] =>
  Object.keys(fitClickbaitGuard(outcomes).demotions);

describe('fitClickbaitGuard', () => {
  it('demotes a picture that is clicked more and watched less than its siblings, and says why', () => {
    const bait: Habit = { click: 0.35, quality: 0.15 };
    const { demotions } = fitClickbaitGuard([
      ...title('a', [HONEST, bait, HONEST, HONEST]),
      ...title('b', [HONEST, HONEST]),
    ]);
    expect(Object.keys(demotions)).toEqual(['a/1']);
    const { clickFraction, qualityFraction, titleQualityFraction, clickCount } = demotions['a/1'];
    // 3.5 standard errors of shares over 600 showings, about 210 clicks and 360 clicks of the siblings.
    expect(Math.abs(clickFraction - 0.35)).toBeLessThan(3.5 * Math.sqrt((0.35 * 0.65) / 600));
    expect(Math.abs(qualityFraction - 0.15)).toBeLessThan(3.5 * Math.sqrt((0.15 * 0.85) / 210));
    expect(Math.abs(titleQualityFraction - 0.6)).toBeLessThan(3.5 * Math.sqrt((0.6 * 0.4) / 360));
    expect(clickCount).toBeGreaterThan(150);
  });

  it.each<[string, Habit]>([
    ['is clicked less than its title', { click: 0.08, quality: 0.15 }],
    ['is only a little below the norm', { click: 0.3, quality: 0.52 }],
    ['is put on the list, which is no click', { click: 0.3, quality: 0.6, otherwise: 'list-add' }],
  ])('leaves a picture that %s', (_, habit) => {
    expect(demoted(title('a', [HONEST, habit, HONEST]))).toEqual([]);
  });

  it('counts reports of a misleading picture as clicks that disappointed', () => {
    expect(demoted(title('a', [HONEST, { click: 0.3, quality: 0.2, otherwise: 'misleading' }]))).toEqual([
      'a/1',
    ]);
  });

  it('does not judge the only picture of a title, nor one with few clicks', () => {
    const bait: Habit = { click: 1, quality: 0 };
    expect(demoted(outcomesOf('a/0', bait, '1'))).toEqual([]);
    expect(demoted([...title('a', [HONEST, HONEST]), ...outcomesOf('a/9', bait, '1').slice(0, 15)])).toEqual(
      [],
    );
  });

  it('lets a picture come back when its clicks are followed by watching again', () => {
    const before = title('a', [HONEST, { click: 0.35, quality: 0.15 }]);
    const after = title('a', [HONEST, { click: 0.35, quality: 0.6 }], '2');
    expect(demoted(before)).toEqual(['a/1']);
    expect(demoted(after)).toEqual([]);
  });

  it('names hardly any picture of a catalogue where all are alike', () => {
    const catalogue = Array.from({ length: 250 }, (_, i) =>
      title(`t${i}`, [HONEST, HONEST, HONEST, HONEST], `alike/${i}`),
    ).flat();
    // The norm's own margin asks for about 5 standard deviations here: chance alone gives none of 1,000.
    expect(demoted(catalogue)).toEqual([]);
  });

  it('weighs showings to the uniform policy: the same viewers asked more often do not change the judgement', () => {
    const rare = title('a', [HONEST, { click: 0.35, quality: 0.15 }]);
    const often = rare.flatMap((row) => [row, row].map((each) => ({ ...each, propensity: 0.5 })));
    const [a, b] = [rare, often].map((rows) => fitClickbaitGuard(rows).demotions['a/1']);
    expect(b.clickFraction).toBeCloseTo(a.clickFraction, 6);
    expect(b.qualityFraction).toBeCloseTo(a.qualityFraction, 6);
  });

  it('does not depend on the rows’ order, and knows nothing from nothing', () => {
    const rows = title('a', [HONEST, { click: 0.35, quality: 0.15, propensity: 0.3 }]);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(fitClickbaitGuard(shuffled)).toEqual(fitClickbaitGuard(rows));
      }),
      { numRuns: 10 },
    );
    expect(fitClickbaitGuard([])).toEqual({ version: expect.stringMatching(/^guard-/), demotions: {} });
  });
});
