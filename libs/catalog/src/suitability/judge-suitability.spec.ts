import type { LetteringBox, PictureFeatures, Suitability } from '@keyart/contracts';
import { someArtwork, someTitle, SOME_SURFACE } from '../catalogue-records.factory';
import { ineligibleReasons } from '../eligibility/ineligible-reasons';
import { lookOf } from '@keyart/vision';
import { aPicture } from '../../../vision/src/picture-features.factory';
import { judgeSuitability, type SuitabilityQuestion } from './judge-suitability';

const line = (text: string, textConfidence = 0.95): LetteringBox => ({
  box: { x: 0.1, y: 0.8, width: 0.5, height: 0.1 },
  confidence: 0.9,
  text,
  textConfidence,
});

function judge(over: Partial<SuitabilityQuestion> & { features?: PictureFeatures } = {}): Suitability {
  const question = { artwork: someArtwork(), title: someTitle(), facets: {}, sceneFraction: null };
  return judgeSuitability({ features: aPicture(), ...question, ...over });
}

const withQuality = (quality: Partial<PictureFeatures['quality']>): PictureFeatures => aPicture({ quality });
const withLettering = (...lines: LetteringBox[]): PictureFeatures =>
  aPicture({ lettering: { lines, areaFraction: 0.05 } });

describe('judgeSuitability', () => {
  it('finds nothing against a good picture', () => {
    expect(judge()).toMatchObject({ faults: [], letteringScript: null, isTitleReadable: null, notes: [] });
  });

  it.each([
    ['too-small', { widthPx: 479, heightPx: 400 }],
    ['too-small', { widthPx: 299, heightPx: 900 }],
    ['blurred', { sharpnessFraction: 0.01 }],
    ['blank', { contrastFraction: 0.001, sharpnessFraction: 0 }],
  ])('finds %s', (fault, quality) => {
    expect(judge({ features: withQuality(quality) }).faults).toEqual([fault]);
  });

  it.each([
    ['HARBOUR', true],
    ['H4RBOUR of dreams', true],
    ['Completely different', false],
  ])('says whether the name can be read: %s', (text, isReadable) => {
    expect(judge({ features: withLettering(line(text)) }).isTitleReadable).toBe(isReadable);
  });

  it.each([
    ['みなとの物語', 'Hira'],
    ['港口故事集', 'Hani'],
    ['Harbour', 'Latn'],
    ['Ha', null],
  ])('names the script of %s', (text, script) => {
    expect(judge({ features: withLettering(line(text)) }).letteringScript).toBe(script);
  });

  it('does not trust what was hardly read, and nothing where the language was declared', () => {
    expect(judge({ features: withLettering(line('港口故事集', 0.4)) }).letteringScript).toBeNull();
    const artwork = someArtwork({ locale: 'zh' });
    expect(judge({ artwork, features: withLettering(line('港口故事集')) }).letteringScript).toBeNull();
  });

  it('tells editors of lettering that was declared and is not there', () => {
    expect(judge({ artwork: someArtwork({ locale: 'pt' }) }).notes).toEqual([
      'lettering in pt was declared, but none was found',
    ]);
  });
});

describe('representativeness', () => {
  const cast = [
    { name: 'Ada Lead', billing: 1, screenTimeFraction: null },
    { name: 'Eve Extra', billing: 30, screenTimeFraction: null },
    { name: 'Bob Brief', billing: 2, screenTimeFraction: 0.01 },
  ];
  const title = someTitle({ cast, genres: ['Drama'], facets: { drama: 0.9 } });
  const fractionOf = (over: Partial<SuitabilityQuestion>): number =>
    judge({ title, ...over }).representativeness.fraction ?? NaN;
  const showing = (...shownPeople: string[]): Partial<SuitabilityQuestion> => ({
    artwork: someArtwork({ shownPeople }),
  });

  it.each([
    ['a lead', ['ada lead'], 1],
    ['an extra', ['Eve Extra'], 2 ** -9],
    ['a name high on the bill who is hardly there', ['Bob Brief'], 0.04],
    ['a stranger', ['Zoe Nobody'], 0],
    ['a lead with a stranger', ['Ada Lead', 'Zoe Nobody'], 0.5],
  ])('weighs %s by the part they have', (_, people, fraction) => {
    expect(fractionOf(showing(...people))).toBeCloseTo(fraction, 12);
  });

  it('is high for what the title is about, low for what it is not, between for a weak hint', () => {
    expect(fractionOf({ facets: { drama: 0.9 } })).toBeGreaterThan(0.8);
    expect(fractionOf({ facets: { war: 0.9, action: 0.9 } })).toBeLessThan(0.2);
    expect(fractionOf({ facets: { war: 0.1 } })).toBeGreaterThan(0.3);
  });

  it('does not hold a face or lettering against a picture, and is unknown without evidence', () => {
    expect(judge({ title, facets: { star: 1, lettering: 1 } }).representativeness).toEqual({
      fraction: null,
      parts: [],
    });
  });

  it('gives weights that sum to one, each part with its words', () => {
    const { parts } = judge({
      title,
      ...showing('Ada Lead'),
      facets: { war: 1 },
      sceneFraction: 0.5,
    }).representativeness;
    expect(parts.map(({ about }) => about)).toEqual(['cast', 'genre', 'scene']);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(parts[1].detail).toBe('little in the title: war');
  });
});

describe('what a reading means for eligibility', () => {
  const features = aPicture();
  const reasonsOf = (suitability: Suitability, over: object = {}): string[] => {
    const artwork = someArtwork();
    const reading = { sha256: artwork.sha256 ?? '', look: lookOf(features), description: null, suitability };
    const read = someArtwork({ reading, ...over });
    return ineligibleReasons({ artwork: read, title: someTitle(), surface: SOME_SURFACE, nowMs: 0 });
  };

  it.each(['too-small', 'blurred', 'blank'] as const)('keeps %s pictures from everybody', (fault) => {
    expect(reasonsOf({ ...judge(), faults: [fault] })).toEqual([fault]);
  });

  it('keeps a script from those who cannot read it', () => {
    expect(reasonsOf({ ...judge(), letteringScript: 'Hani' })).toEqual(['unreadable-lettering']);
    expect(reasonsOf({ ...judge(), letteringScript: 'Latn' })).toEqual([]);
  });

  it('keeps what is not representative from being personalised', () => {
    const representativeness = { fraction: 0.1, parts: [] };
    expect(reasonsOf({ ...judge(), representativeness })).toEqual(['not-representative']);
  });

  it('counts for the picture that was read only', () => {
    expect(reasonsOf({ ...judge(), faults: ['blank'] }, { sha256: 'cd'.repeat(32) })).toEqual([]);
  });
});
