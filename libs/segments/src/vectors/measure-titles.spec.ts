import { createRandom, pick } from '@keyart/common';
import { TONES } from '@keyart/contracts';
import { someEvent } from '../some-events.factory';
import { genreEntropy } from './genre-entropy';
import { measureTitles } from './measure-titles';
import { othersPolarity } from './others-polarity';
import { familyOf, TONE_FAMILIES } from './tone-families';
import { toneShares } from './tone-shares';

describe('measureTitles', () => {
  it('measures each feature on the titles that say something of it', () => {
    const titles = [
      someEvent({ title: 'a', polarity: 1, intensity: 0.5, genres: ['drama'] }),
      someEvent({ title: 'b', polarity: 0, completion: 0.5, genres: ['drama'] }),
      someEvent({ title: 'c', stars: 1, completion: 1, genres: ['comedy'] }),
      someEvent({ title: 'd', tones: [{ tone: 'joy', probability: 0.8 }] }),
    ];
    const found = measureTitles(titles, () => 0.5);
    expect(found.polarity).toEqual({ value: 0, count: 3 });
    expect(found['polarity-deviation']).toEqual({ value: 1, count: 3 });
    expect(found.intensity).toEqual({ value: 0.5, count: 1 });
    expect(found.criticism).toEqual({ value: 0.5, count: 3 });
    expect(found.completion).toEqual({ value: 0.75, count: 2 });
    expect(found['genre-entropy']?.value).toBeCloseTo(2 / 3, 12);
    expect(found['tone:comfort']).toEqual({ value: 1, count: 1 });
  });

  it('says nothing of what it cannot measure', () => {
    const found = measureTitles([someEvent({ polarity: 1, genres: ['drama'] })], () => 0);
    expect(found.polarity).toEqual({ value: 1, count: 1 });
    for (const feature of ['polarity-deviation', 'genre-entropy', 'completion', 'tone:comfort'] as const)
      expect(found[feature]).toBeNull();
  });
});

describe('toneShares', () => {
  it('spreads over the families, and does not look at what is in none', () => {
    const tones = [
      { tone: 'joy', probability: 0.6 },
      { tone: 'nostalgia', probability: 0.2 },
      { tone: 'sadness', probability: 0.9 },
    ] as const;
    const shares = toneShares(someEvent({ tones }));
    expect(shares?.comfort).toBeCloseTo(0.75, 12);
    expect(shares?.nostalgia).toBeCloseTo(0.25, 12);
    expect(toneShares(someEvent({ tones: [tones[2]] }))).toBeNull();
  });

  it('takes fear for tension only where the title pleased', () => {
    const tones = [{ tone: 'fear', probability: 0.9 }] as const;
    expect(toneShares(someEvent({ polarity: 0.4, tones }))?.tension).toBe(1);
    expect(toneShares(someEvent({ polarity: -0.4, tones }))).toBeNull();
  });

  it('has no feeling in two families, and none of those that are nobody’s business', () => {
    const all = Object.values(TONE_FAMILIES).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const tone of ['sadness', 'grief', 'anger', 'remorse', 'embarrassment', 'disgust'] as const)
      expect(familyOf(tone)).toBeUndefined();
    expect(TONES.filter((tone) => familyOf(tone) !== undefined)).toHaveLength(all.length);
  });
});

describe('genreEntropy', () => {
  it('is that of the population on the mean, however few titles there are', () => {
    const random = createRandom('genres');
    const genres = ['a', 'a', 'b', 'c'];
    const truth = 1 - (0.25 + 0.0625 + 0.0625);
    for (const count of [2, 3, 8]) {
      const values = Array.from({ length: 8000 }, () =>
        genreEntropy(Array.from({ length: count }, () => [pick(genres, random)])),
      );
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      // the standard error of 8,000 values with an SD of at most .5 is .0056
      expect(Math.abs(mean - truth)).toBeLessThan(4 * 0.0056);
    }
  });
});

describe('othersPolarity', () => {
  const viewersOf = (opinions: readonly (readonly [string, string, number])[]) =>
    opinions.map(([viewer, title, polarity]) => ({
      viewer,
      titles: [someEvent({ viewer, title, polarity })],
    }));

  it('leaves the own opinion out', () => {
    const loved = Array.from({ length: 30 }, (_, i) => [`l${i}`, 'loved', 0.9 - 0.001 * i] as const);
    const hated = Array.from({ length: 30 }, (_, i) => [`h${i}`, 'hated', -0.9 + 0.001 * i] as const);
    const others = othersPolarity(
      viewersOf([...loved, ...hated, ['critic', 'loved', -1], ['only', 'rare', 1]]),
    );
    expect(others('loved', -1)).toBeCloseTo(0.885, 1);
    expect(others('hated', -0.9)).toBeLessThan(-0.8);
    // nobody else spoke of it: the mean of all, which its own title is only a sixtieth of
    expect(Math.abs(others('rare', 1))).toBeLessThan(0.05);
  });

  it('knows nothing without opinions', () => {
    const others = othersPolarity([]);
    expect(others('any', 0.5)).toBe(0);
  });
});
