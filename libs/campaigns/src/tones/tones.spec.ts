import fc from 'fast-check';
import { misleadingTones, excessText } from './misleading-tones';
import { NEVER_TARGETED, toneMatch } from './tone-match';
import { toneMix, type ToneMix } from './tone-mix';

const mixes = fc
  .record({ joy: fc.integer({ min: 1, max: 9 }), fear: fc.nat(9), love: fc.nat(9), nostalgia: fc.nat(9) })
  .map((strengths): ToneMix => toneMix(strengths) ?? {});

describe('toneMix', () => {
  it('makes shares of strengths', () => {
    expect(toneMix({ joy: 3, love: 1 })).toEqual({ joy: 0.75, love: 0.25 });
    expect(toneMix({ joy: 0 })).toBeNull();
  });

  it.each([
    [{ happiness: 1 }, 'tones.happiness: is not a known tone'],
    [{ joy: -1 }, 'tones.joy: is -1, must be 0 or more'],
    [{ joy: NaN }, 'tones.joy: is NaN, must be 0 or more'],
  ])('refuses %p', (strengths, message) => {
    expect(() => toneMix(strengths)).toThrow(message);
  });
});

describe('toneMatch', () => {
  it('is 1 of equal mixes, 0 of mixes with nothing in common or unknown, the same both ways', () => {
    expect(toneMatch({ joy: 0.5, love: 0.5 }, { joy: 0.5, love: 0.5 })).toBeCloseTo(1, 12);
    expect(toneMatch({ joy: 1 }, { love: 1 })).toBe(0);
    expect(toneMatch(null, { love: 1 })).toBe(0);
    fc.assert(fc.property(mixes, mixes, (a, b) => toneMatch(a, b) === toneMatch(b, a)));
  });

  it('never plays on fear, sadness or anger', () => {
    for (const tone of NEVER_TARGETED) expect(toneMatch({ [tone]: 1 }, { [tone]: 1 })).toBe(0);
    fc.assert(
      fc.property(mixes, mixes, (segment, artwork) => {
        const calm = { ...segment, fear: 0 };
        expect(toneMatch(segment, artwork)).toBe(toneMatch(calm, artwork));
      }),
    );
  });
});

describe('misleadingTones', () => {
  const horror = { fear: 0.7, love: 0.05, sadness: 0.25 };

  it('names the tones that a picture has far more of than its title', () => {
    const guard = misleadingTones(horror, { love: 0.8, joy: 0.2 });
    expect(guard).toMatchObject({ kind: 'misleading' });
    const reasons = guard.kind === 'misleading' ? guard.reasons.map(excessText) : [];
    expect(reasons).toEqual([
      'love is 80% of the picture and 5% of the title',
      'joy is 20% of the picture and 0% of the title',
    ]);
  });

  it('lets a picture show a moment of the title', () => {
    expect(misleadingTones(horror, { sadness: 1 })).toEqual({ kind: 'within' });
    // love .4 is .2 beyond 4 × .05: less than a quarter.
    expect(misleadingTones(horror, { love: 0.4, fear: 0.6 })).toEqual({ kind: 'within' });
    expect(misleadingTones(horror, { love: 0.46, fear: 0.54 }).kind).toBe('misleading');
  });

  it("finds a title's own mix within itself, and says where it cannot know", () => {
    fc.assert(fc.property(mixes, (mix) => misleadingTones(mix, mix).kind === 'within'));
    expect(misleadingTones(null, horror)).toEqual({ kind: 'unknown', unknown: 'title' });
    expect(misleadingTones(horror, null)).toEqual({ kind: 'unknown', unknown: 'artwork' });
  });
});
