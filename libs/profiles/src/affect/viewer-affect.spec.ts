import { createRandom, shuffled } from '@keyart/common';
import { TONES } from '@keyart/contracts';
import fc from 'fast-check';
import { VIEWER_HALF_LIFE_DAYS } from '../sums/decay';
import { CHOOSING_TONES } from './choosing-tones';
import { toneMatch } from './tone-match';
import { addAffect, affectOf, affectSums, NO_AFFECT, type AffectEvent } from './viewer-affect';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 5, 1);
const event = fc.record({
  atMs: fc.integer({ min: NOW_MS - 900 * DAY_MS, max: NOW_MS }),
  kind: fc.constantFrom('finished', 'wrote') as fc.Arbitrary<AffectEvent['kind']>,
  tones: fc.dictionary(fc.constantFrom(...TONES), fc.double({ min: 0, max: 1, noNaN: true }), { maxKeys: 5 }),
});

describe('what a viewer feels', () => {
  it('is the same added in any order and parts', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.string(), (events, seed) => {
        const random = createRandom(seed);
        const batch = affectOf(affectSums(events));
        const one = affectOf(
          shuffled(events, random).reduce((sums, own) => addAffect(sums, affectSums([own])), NO_AFFECT),
        );
        expect(one.count).toBe(batch.count);
        expect(one.effectiveCount).toBeCloseTo(batch.effectiveCount, 6);
        for (const tone of CHOOSING_TONES)
          expect(one.tones[tone] ?? 0).toBeCloseTo(batch.tones[tone] ?? 0, 9);
      }),
    );
  });

  it('never holds sadness, fear or anger, whatever was finished or written', () => {
    for (const tone of [
      'sadness',
      'grief',
      'remorse',
      'fear',
      'nervousness',
      'anger',
      'annoyance',
      'disgust',
    ] as const) {
      expect(CHOOSING_TONES).not.toContain(tone);
      const affect = affectOf(affectSums([{ atMs: NOW_MS, kind: 'wrote', tones: { [tone]: 1 } }]));
      expect(affect.tones).toEqual({});
      expect(
        toneMatch({ tones: { [tone]: 1 }, confidence: 1 }, { tones: { [tone]: 1 }, confidence: 1 }),
      ).toEqual({
        ...{ match: 0, confidence: 0 },
      });
    }
  });

  it('fades: what is a half-life old counts half, what was only finished half of what was written', () => {
    const old = { atMs: NOW_MS - VIEWER_HALF_LIFE_DAYS * DAY_MS, kind: 'wrote', tones: { joy: 1 } } as const;
    const recent = { atMs: NOW_MS, kind: 'wrote', tones: { amusement: 1 } } as const;
    const finished = { ...recent, kind: 'finished' } as const;
    expect(affectOf(affectSums([old, recent])).tones.joy).toBeCloseTo(1 / 3, 12);
    expect(affectOf(affectSums([old, finished])).tones.joy).toBeCloseTo(1 / 2, 12);
  });

  it('matches the same mix fully and another not at all', () => {
    const mix = { tones: { joy: 0.4, amusement: 0.2, anger: 0.9 }, confidence: 0.5 };
    expect(toneMatch(mix, { ...mix, tones: { ...mix.tones, anger: 0 } })).toEqual({
      match: 1,
      confidence: 0.25,
    });
    expect(toneMatch(mix, { tones: { nostalgia: 1 }, confidence: 1 }).match).toBe(0);
  });
});
