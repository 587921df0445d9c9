import { FACETS } from '@keyart/features';
import { fixtureCaptions } from '../fixture-captions.factory';
import { HashingTextEmbedder } from '../hashing-text-embedder.fake';
import { aLine, aPicture, facesOf } from '../picture-features.factory';
import { FACET_CALIBRATIONS } from './facet-calibration';
import { FacetReader } from './facet-reader';
import { crossValidateFacets, measureFacets } from './measure/measure-facets';

const horror = { genres: ['Horror'], facets: {} };
const dark = aPicture({ quality: { exposureFraction: 0.1 }, shotScale: 'no-person' });

describe('FacetReader', () => {
  const reader = new FacetReader(new HashingTextEmbedder());

  it('reads words, title and picture, and says what spoke for each facet', async () => {
    const words = 'a monster with sharp teeth at the window at night';
    const { probabilities, strengths, evidence, unreadWords } = await reader.read({
      words,
      features: dark,
      title: horror,
    });
    expect(unreadWords).toBeNull();
    expect(Object.keys(probabilities).sort()).toEqual([...FACETS].sort());
    expect(Object.keys(strengths)[0]).toBe('scary');
    const sources = evidence
      .filter(({ facet, logOdds }) => facet === 'scary' && logOdds > 0)
      .map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(['words', 'title', 'picture']));
  });

  it('is deterministic', async () => {
    const subject = { words: 'two friends on a boat', features: aPicture(), title: horror };
    expect(await reader.read(subject)).toEqual(
      await new FacetReader(new HashingTextEmbedder()).read(subject),
    );
  });

  it('works without a text model and says so', async () => {
    const without = await new FacetReader(null).read({ words: 'a kiss', features: dark, title: horror });
    expect(without.unreadWords).toBe('no text model is here');
    expect(Object.keys(without.strengths)).toEqual(expect.arrayContaining(['dark', 'scary']));
    expect(without.evidence.some(({ source }) => source === 'words')).toBe(false);
  });

  it.each([null, '', '  \n'])('works without words (%j) and says so', async (words) => {
    const read = await reader.read({ words, features: dark, title: horror });
    expect(read.unreadWords).toBe('there are no words of the picture');
    expect(read).toMatchObject(
      await new FacetReader(null).read({ words: null, features: dark, title: horror }),
    );
  });

  it('works on next to nothing', async () => {
    const read = await new FacetReader(null).read({
      words: null,
      features: null,
      title: { genres: [], facets: {} },
    });
    expect(Object.keys(read.strengths)).toHaveLength(1);
    expect(read.evidence).toEqual([]);
  });

  it('lets the picture speak where the title is silent about it', async () => {
    const comedy = { genres: ['Comedy'], facets: {} };
    const facetsOf = async (features: ReturnType<typeof aPicture>): Promise<string[]> =>
      Object.keys((await new FacetReader(null).read({ words: null, features, title: comedy })).strengths);
    expect(await facetsOf(aPicture({ lettering: { lines: [aLine()], areaFraction: 0.2 } }))).toContain(
      'lettering',
    );
    expect(await facetsOf(aPicture({ faces: facesOf(0.2, 0.2, 0.2) }))).toContain('ensemble');
    expect(await facetsOf(aPicture())).not.toContain('lettering');
  });
});

describe('FacetReader on the fixtures, from their titles alone', () => {
  it('names a facet of the picture five times as often as chance, under constants fitted on other titles', async () => {
    const reader = new FacetReader(null);
    const cases = await Promise.all(
      fixtureCaptions().map(async ({ title, facets }) => {
        const { signs } = await reader.gather({ words: null, features: null, title });
        return { titleId: title.titleId, signs, expected: facets };
      }),
    );
    const accuracy = crossValidateFacets(cases);
    expect(accuracy.caseCount).toBe(cases.length);
    expect(accuracy.topFacetFraction).toBeGreaterThan(0.6);
    expect(accuracy.chanceFraction).toBeLessThan(0.12);
    expect(accuracy.brierScore).toBeLessThan(0.9 * accuracy.brierOfBaseRate);
    expect(measureFacets(cases, FACET_CALIBRATIONS.withoutWords).topFacetFraction).toBeGreaterThan(0.6);
  });
});
