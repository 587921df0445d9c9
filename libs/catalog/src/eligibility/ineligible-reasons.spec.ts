import type { ArtworkRecord, Surface, TitleRecord } from '@keyart/contracts';
import fc from 'fast-check';
import { someArtwork, someTitle, SOME_SURFACE } from '../catalogue-records.factory';
import { INELIGIBLE_REASONS } from './ineligible-reason';
import { ineligibleReasons } from './ineligible-reasons';

const NOW_MS = Date.UTC(2026, 0, 1);
const at = (offsetMs: number): Date => new Date(NOW_MS + offsetMs);

interface Over {
  readonly artwork?: Partial<ArtworkRecord>;
  readonly title?: Partial<TitleRecord>;
  readonly surface?: Partial<Surface>;
}

function reasonsOf({ artwork, title, surface }: Over): string[] {
  return ineligibleReasons({
    artwork: someArtwork(artwork),
    title: someTitle(title),
    surface: { ...SOME_SURFACE, ...surface },
    nowMs: NOW_MS,
  });
}

describe('ineligibleReasons', () => {
  it.each<[string, Over]>([
    ['an approved picture without lettering', {}],
    ['rights that begin this very millisecond', { artwork: { rightsFrom: at(0) } }],
    ['rights that end in a millisecond', { artwork: { rightsUntil: at(1) } }],
    ['lettering of the same language elsewhere', { artwork: { locale: 'pt-BR' } }],
    ['languages written in another case', { artwork: { locale: 'PT' } }],
    ['maturity just allowed', { artwork: { maturity: '12' }, title: { maturity: '12' } }],
  ])('lets pass: %s', (_, over) => {
    expect(reasonsOf(over)).toEqual([]);
  });

  it.each<[string, Over]>([
    ['no-picture', { artwork: { sha256: null } }],
    ['not-approved', { artwork: { reviewState: 'candidate' } }],
    ['not-approved', { artwork: { reviewState: 'rejected' } }],
    ['rights-not-started', { artwork: { rightsFrom: at(1) } }],
    ['rights-expired', { artwork: { rightsUntil: at(0) } }],
    ['aspect-mismatch', { surface: { aspect: '2:3' } }],
    ['locale-mismatch', { artwork: { locale: 'en' } }],
    ['locale-mismatch', { artwork: { locale: 'p' } }],
    ['maturity-too-high', { artwork: { maturity: '16' } }],
    ['maturity-too-high', { title: { maturity: '18' } }],
    ['spoiler', { artwork: { isSpoiler: true } }],
  ])('names %s', (reason, over) => {
    expect(reasonsOf(over)).toEqual([reason]);
  });

  it('names all that apply, each once, in one order', () => {
    const over = { artwork: { sha256: null, isSpoiler: true, maturity: '18', locale: 'de' } } as const;
    expect(reasonsOf({ ...over, title: { maturity: '18' } })).toEqual([
      INELIGIBLE_REASONS.NO_PICTURE,
      INELIGIBLE_REASONS.LOCALE_MISMATCH,
      INELIGIBLE_REASONS.MATURITY_TOO_HIGH,
      INELIGIBLE_REASONS.SPOILER,
    ]);
  });

  it('lets a rights window pass exactly within [from, until)', () => {
    const offset = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(offset, offset, (from, until) => {
        const reasons = reasonsOf({ artwork: { rightsFrom: at(from), rightsUntil: at(until) } });
        expect(reasons.length === 0).toBe(from <= 0 && 0 < until);
      }),
    );
  });
});
