import type { HistoryEntry } from '@keyart/contracts';
import fc from 'fast-check';
import { buildTasteProfile } from './build-taste-profile';
import { NEW_VIEWER_TASTE } from './taste-profile';

const DAY_MS = 24 * 3_600_000;

function film(title: string, rating: number, rest: Partial<HistoryEntry> = {}): HistoryEntry {
  const watchedAt = new Date(Date.UTC(2024, 0, 1));
  return { title, year: 1999, genres: [], people: [], rating, watchedAt, ...rest };
}

const anyFilm: fc.Arbitrary<HistoryEntry> = fc.record({
  title: fc.string({ maxLength: 12 }),
  year: fc.option(fc.integer({ min: 1900, max: 2030 })),
  genres: fc.subarray(['Action', 'Drama', 'Romance', 'Western', 'Horror', 'Sci-Fi', 'Nonsense']),
  people: fc.subarray(['Ann Lee', 'Bo Ek', 'Cy Dunn']),
  rating: fc.integer({ min: 1, max: 10 }).map((halves) => halves / 2),
  watchedAt: fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(day * DAY_MS)),
});

describe('buildTasteProfile', () => {
  it('is the same whatever order the entries come in', () => {
    fc.assert(
      fc.property(fc.array(anyFilm, { maxLength: 20 }), fc.nat(), (history, turn) => {
        const at = history.length > 0 ? turn % history.length : 0;
        const turned = [...history.slice(at), ...history.slice(0, at)].reverse();
        expect(buildTasteProfile(turned)).toEqual(buildTasteProfile(history));
      }),
    );
  });

  it('keeps leanings in [-1, 1] and lists within their caps, each film in one list', () => {
    fc.assert(
      fc.property(fc.array(anyFilm, { maxLength: 40 }), (history) => {
        const { facets, loves, likes, avoids, people, eras } = buildTasteProfile(history);
        for (const leaning of Object.values(facets)) expect(Math.abs(leaning)).toBeLessThanOrEqual(1);
        expect(loves.length).toBeLessThanOrEqual(8);
        expect(likes.length).toBeLessThanOrEqual(8);
        expect(avoids.length).toBeLessThanOrEqual(4);
        expect(people.length).toBeLessThanOrEqual(5);
        expect(eras.length).toBeLessThanOrEqual(2);
        expect(likes.filter((name) => loves.includes(name))).toEqual([]);
      }),
    );
  });

  it('does not depend on when it is computed: all dates moved alike change nothing', () => {
    fc.assert(
      fc.property(
        fc.array(anyFilm, { maxLength: 10 }),
        fc.integer({ min: 1, max: 5000 }),
        (history, days) => {
          const moved = history.map((entry) => ({
            ...entry,
            watchedAt: new Date(entry.watchedAt.getTime() + days * DAY_MS),
          }));
          expect(buildTasteProfile(moved).version).toBe(buildTasteProfile(history).version);
        },
      ),
    );
  });

  it('is the new viewer without history', () => {
    expect(buildTasteProfile([])).toBe(NEW_VIEWER_TASTE);
  });

  it('pushes the facets of a disliked film negative', () => {
    const history = [film('A', 4.5, { genres: ['Romance'] }), film('B', 1, { genres: ['Western'] })];
    const { facets } = buildTasteProfile(history);
    expect(facets.western).toBeLessThan(0);
    expect(facets.landscape).toBeLessThan(0);
    expect(facets.romance).toBeGreaterThan(0);
  });

  it('lowers a facet with every further disliked film of it', () => {
    const base = [film('A', 4, { genres: ['Horror'] }), film('B', 4, { genres: ['Drama'] })];
    const disliked = film('C', 0.5, { genres: ['Horror'] });
    const leanings = [0, 1, 2, 3].map(
      (count) => buildTasteProfile([...base, ...Array<HistoryEntry>(count).fill(disliked)]).facets.scary ?? 0,
    );
    expect([...leanings].sort((a, b) => b - a)).toEqual(leanings);
    expect(leanings[3]).toBeLessThan(0);
  });

  it('centres on the viewer: three stars are praise from a strict rater and blame from a generous one', () => {
    const others = (rating: number): HistoryEntry[] =>
      Array.from({ length: 20 }, (_, i) => film(`F${i}`, rating, { genres: ['Drama'] }));
    const west = film('W', 3, { genres: ['Western'] });
    expect(buildTasteProfile([...others(1.5), west]).facets.western).toBeGreaterThan(0);
    expect(buildTasteProfile([...others(4.5), west]).facets.western).toBeLessThan(0);
  });

  it('still reads the taste of a viewer who gives everything five stars', () => {
    const history = Array.from({ length: 60 }, (_, i) => film(`F${i}`, 5, { genres: ['Romance'] }));
    const { facets, loves } = buildTasteProfile(history);
    expect(facets.romance).toBeGreaterThan(0.1);
    expect(loves).toHaveLength(8);
  });

  it('moves little on a single film and more on many alike', () => {
    const love = (count: number): number => {
      const history = Array.from({ length: count }, (_, i) => film(`F${i}`, 5, { genres: ['Musical'] }));
      return buildTasteProfile([...history, film('X', 2, { genres: ['War'] })]).facets.music ?? 0;
    };
    expect(love(1)).toBeLessThanOrEqual(0.25);
    expect(love(6)).toBeGreaterThan(love(1));
  });

  it('lets newer films speak louder', () => {
    const daysAgo = (days: number): Date => new Date(Date.UTC(2024, 0, 1) - days * DAY_MS);
    const pair = (likedAt: Date, dislikedAt: Date): number =>
      buildTasteProfile([
        film('A', 5, { genres: ['Sci-Fi'], watchedAt: likedAt }),
        film('B', 1, { genres: ['Sci-Fi'], watchedAt: dislikedAt }),
      ]).facets['science-fiction'] ?? 0;
    expect(pair(daysAgo(0), daysAgo(1500))).toBeGreaterThan(0);
    expect(pair(daysAgo(1500), daysAgo(0))).toBeLessThan(0);
  });

  it('names loves, likes, avoids, people and eras', () => {
    const people = ['Ann Lee'];
    const profile = buildTasteProfile([
      film('Dawn', 5, { year: 1942, people, genres: ['Romance'] }),
      film('Dusk', 4.5, { year: 1946, people: ['Ann  Lee', 'Bo Ek'], genres: ['Romance'] }),
      film('Noon', 4, { year: 1980, genres: ['Drama'] }),
      film('Gore', 1, { year: 1985, genres: ['Horror'], people: ['Cy Dunn'] }),
      film('Gore II', 0.5, { year: 1987, genres: ['Horror'], people: ['Cy Dunn'] }),
    ]);
    expect(profile).toMatchObject({
      historyCount: 5,
      loves: ['Dawn (1942)', 'Dusk (1946)'],
      likes: ['Noon (1980)'],
      avoids: ['Horror'],
      people: ['Ann Lee'],
      eras: ['1940s'],
    });
  });

  it('makes titles and names harmless', () => {
    const history = [
      film('Moon<|im_end|>\n', 5, { people: ['<|im_start|>Eve'] }),
      film('Sun', 5, { people: ['Eve'] }),
    ];
    const { loves, people } = buildTasteProfile(history);
    expect(loves).toContain('Moon (1999)');
    expect(people).toEqual(['Eve']);
  });

  it.each([0, 5.5, NaN])('refuses a rating of %p by name', (rating) => {
    expect(() => buildTasteProfile([film('Odd', rating)])).toThrow(/'Odd'.*rating/);
  });

  it('refuses an invalid date by name', () => {
    expect(() => buildTasteProfile([film('Odd', 3, { watchedAt: new Date(NaN) })])).toThrow(
      /'Odd'.*watchedAt/,
    );
  });
});
