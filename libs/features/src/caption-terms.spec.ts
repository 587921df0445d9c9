import fc from 'fast-check';
import { captionTerms, MAX_CAPTION_TERMS } from './caption-terms';

describe('captionTerms', () => {
  it('keeps content words once, in order, singular and without accents', () => {
    expect(captionTerms("Two riders and a rider's horses cross the café; THE PICTURE shows Horses!")).toEqual(
      ['two', 'rider', 'horse', 'cross', 'cafe'],
    );
  });

  it.each([
    ['cities', 'city'],
    ['torches', 'torch'],
    ['glasses', 'glass'],
    ['kiss', 'kiss'],
    ['bus', 'bus'],
    ['trees', 'tree'],
  ])('reads %s as %s', (plural, singular) => {
    expect(captionTerms(plural)).toEqual([singular]);
  });

  it('answers distinct terms of three characters or more, capped, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (caption) => {
        const terms = captionTerms(caption);
        expect(new Set(terms).size).toBe(terms.length);
        expect(terms.length).toBeLessThanOrEqual(MAX_CAPTION_TERMS);
        expect(terms.every((term) => term.length >= 3)).toBe(true);
      }),
    );
    const many = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ');
    expect(captionTerms(many)).toHaveLength(MAX_CAPTION_TERMS);
  });
});
