import { CatalogueSnapshot } from '@keyart/catalog';
import type { ArtworkRecord, Surface } from '@keyart/contracts';
import fc from 'fast-check';
import { someArtwork, someTitle, SOME_SURFACE } from '../../../catalog/src/catalogue-records.factory';
import { CandidateCache } from './candidate-cache';
import { candidatesOfTitle } from './candidates-of-title';
import { DescriptorCache } from './descriptor-cache';

const title = someTitle();
const snapshotOf = (...artworks: ArtworkRecord[]): CatalogueSnapshot =>
  new CatalogueSnapshot({ version: '1', titles: [title], artworks });
const ask = { title, surface: SOME_SURFACE, nowMs: 50 };

describe('CandidateCache', () => {
  it('gives the same array until the catalogue changes', () => {
    const cache = new CandidateCache(new DescriptorCache());
    const snapshot = snapshotOf(someArtwork());
    const first = cache.of({ ...ask, snapshot });
    expect(cache.of({ ...ask, snapshot, nowMs: 1e12 })).toBe(first);
    expect(cache.of({ ...ask, snapshot: snapshotOf(someArtwork()) })).not.toBe(first);
    expect(cache.counter).toMatchObject({ hitCount: 1, missCount: 2 });
  });

  it.each<Partial<Surface>>([{ aspect: '2:3' }, { locale: 'de' }, { maturity: '0' }])(
    'judges anew on another surface: %j',
    (other) => {
      const cache = new CandidateCache(new DescriptorCache());
      const snapshot = snapshotOf(someArtwork({ locale: 'pt', maturity: '12' }));
      const reasonsOn = (surface: Surface): readonly string[] =>
        cache.of({ ...ask, snapshot, surface })[0].ineligibleReasons;
      expect(reasonsOn(SOME_SURFACE)).toEqual([]);
      expect(reasonsOn({ ...SOME_SURFACE, ...other })).toHaveLength(1);
    },
  );

  it('says at every instant, in any order, what judging anew says', () => {
    const instant = fc.integer({ min: 0, max: 9 });
    const rights = fc.record({
      rightsFrom: fc.option(instant.map((ms) => new Date(ms))),
      rightsUntil: fc.option(instant.map((ms) => new Date(ms))),
    });
    const cases = fc.tuple(
      fc.array(rights, { minLength: 1, maxLength: 3 }),
      fc.array(instant, { minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(cases, ([windows, instants]) => {
        const snapshot = snapshotOf(
          ...windows.map((window, i) => someArtwork({ ...window, artworkId: `a${i}` })),
        );
        const descriptors = new DescriptorCache();
        const cache = new CandidateCache(descriptors);
        for (const nowMs of instants) {
          const question = { ...ask, snapshot, nowMs };
          expect(cache.of(question)).toEqual(candidatesOfTitle({ ...question, descriptors }));
        }
      }),
    );
  });
});
