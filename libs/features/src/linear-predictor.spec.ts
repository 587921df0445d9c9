import fc from 'fast-check';
import type { ArtworkDescriptor } from './artwork-descriptor';
import { FACETS } from './facets';
import { FACET_COUNT, FEATURE_LAYOUT as AT } from './feature-layout';
import type { LinearParameters } from './linear-parameters';
import { LinearPredictor } from './linear-predictor';
import { NEW_VIEWER_TASTE, type TasteProfile } from './taste-profile';
import { termBucket } from './term-bucket';

const kiss: ArtworkDescriptor = {
  artworkId: 'kiss',
  titleId: 't',
  facets: { romance: 0.8 },
  caption: 'kiss',
  captionVersion: '1',
  isEditorialDefault: true,
  look: null,
};
const romance = FACETS.indexOf('romance');
const fan: TasteProfile = { ...NEW_VIEWER_TASTE, version: 'fan', facets: { romance: 0.5 } };

function parameters(
  weights: Record<number, number>,
  artworkPriors: Record<string, number> = {},
): LinearParameters {
  return {
    weightIndices: Object.keys(weights).map(Number),
    weightValues: Object.values(weights),
    artworkPriors,
  };
}

const number = fc.double({ min: -1, max: 1, noNaN: true });
const anyWeights = fc.dictionary(fc.integer({ min: 0, max: AT.weightCount - 1 }).map(String), number, {
  maxKeys: 400,
});
const anyFacets = (least: number): fc.Arbitrary<Partial<Record<(typeof FACETS)[number], number>>> =>
  fc.dictionary(fc.constantFrom(...FACETS), fc.double({ min: least, max: 1, noNaN: true }));
const words = fc.subarray(['kiss', 'station', 'sword', 'horse', 'moon', 'crowd', 'letter']);

describe('LinearPredictor', () => {
  it('adds up bias, prior, editorial flag, main effect, shared match and interactions', () => {
    const model = parameters(
      {
        [AT.bias]: 0.1,
        [AT.editorial]: 0.01,
        [AT.match]: 0.2,
        [AT.facets + romance]: 0.05,
        [AT.interactions + romance * FACET_COUNT + romance]: 0.1,
        [AT.interactions + (FACET_COUNT + termBucket('kiss')) * FACET_COUNT + romance]: 0.3,
      },
      { kiss: 0.02 },
    );
    const expected = 0.1 + 0.01 + 0.02 + 0.05 * 0.8 + (0.2 + 0.1) * 0.5 * 0.8 + 0.3 * 0.5;
    expect(new LinearPredictor(model).predict(fan, kiss)).toBeCloseTo(expected, 12);
  });

  it('explains a prediction by named parts that sum to it', () => {
    fc.assert(
      fc.property(
        anyWeights,
        anyFacets(-1),
        fc.tuple(anyFacets(0), words),
        (weights, leanings, [facets, caption]) => {
          const predictor = new LinearPredictor(parameters(weights, { kiss: 0.03 }));
          const taste = { ...NEW_VIEWER_TASTE, facets: leanings };
          const artwork = { ...kiss, facets, caption: caption.join(' ') };
          const parts = predictor.explain(taste, artwork);
          const sum = parts.reduce((total, { value }) => total + value, 0);
          expect(sum).toBeCloseTo(predictor.predict(taste, artwork), 9);
          expect(parts.every(({ name }) => !name.includes('undefined'))).toBe(true);
        },
      ),
    );
  });

  it('names the strongest part first', () => {
    const model = parameters({ [AT.bias]: 0.1, [AT.match]: 0.9 });
    expect(new LinearPredictor(model).explain(fan, kiss, 1)).toEqual([
      { name: 'taste:romance × picture:romance', value: expect.closeTo(0.36, 12) },
    ]);
  });

  it('names caption terms', () => {
    const at = AT.interactions + (FACET_COUNT + termBucket('kiss')) * FACET_COUNT + romance;
    const [top] = new LinearPredictor(parameters({ [at]: 1 })).explain(fan, kiss);
    expect(top).toEqual({ name: 'taste:romance × caption:kiss', value: 0.5 });
  });

  it('gives a picture with everything on it no more than a whole match', () => {
    const everything = { ...kiss, facets: Object.fromEntries(FACETS.map((facet) => [facet, 1])) };
    const predictor = new LinearPredictor(parameters({ [AT.match]: 1 }));
    expect(predictor.predict(fan, everything)).toBeLessThan(predictor.predict(fan, kiss));
  });

  it('takes no prior from names every object has', () => {
    const artwork = { ...kiss, artworkId: 'constructor' };
    expect(new LinearPredictor(parameters({ [AT.bias]: 0.1 })).predict(fan, artwork)).toBeCloseTo(0.1, 12);
  });

  it.each([
    [{ weightIndices: [0, 1], weightValues: [1], artworkPriors: {} }, /length/],
    [{ weightIndices: [AT.weightCount], weightValues: [1], artworkPriors: {} }, /index/],
    [{ weightIndices: [-1], weightValues: [1], artworkPriors: {} }, /index/],
    [{ weightIndices: [0.5], weightValues: [1], artworkPriors: {} }, /index/],
    [{ weightIndices: [0], weightValues: [NaN], artworkPriors: {} }, /finite/],
    [{ weightIndices: [], weightValues: [], artworkPriors: { a: Infinity } }, /finite/],
  ])('refuses %j', (model, message) => {
    expect(() => new LinearPredictor(model)).toThrow(message);
  });
});
