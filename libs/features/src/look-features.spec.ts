import type { PictureLook } from '@keyart/contracts';
import type { ArtworkDescriptor } from './artwork-descriptor';
import { CONTENT_FEATURE_COUNT, FACET_COUNT, FEATURE_LAYOUT as AT } from './feature-layout';
import { FACETS } from './facets';
import { LinearPredictor } from './linear-predictor';
import { LOOK_FEATURES } from './look-features';
import { pictureSimilarity } from './picture-similarity';
import { pictureVector } from './picture-vector';
import { NEW_VIEWER_TASTE } from './taste-profile';

const LOOK: PictureLook = {
  shotScale: 'close-up',
  faceCount: 1,
  tallestFaceFraction: 0.6,
  letteringFraction: 0,
  darkFraction: 0.2,
  warmth: -0.1,
  saturationFraction: 0,
};
const picture = (look: PictureLook | null): ArtworkDescriptor => ({
  ...{ artworkId: 'a', titleId: 't', facets: { romance: 0.5 }, caption: 'kiss', captionVersion: '1' },
  ...{ isEditorialDefault: false, look },
});
const valuesOf = (look: PictureLook): Record<string, number> =>
  Object.fromEntries(LOOK_FEATURES.map(({ name, value }) => [name, value(look)]));

describe('LOOK_FEATURES', () => {
  it('say what a look has and nothing of what it has not', () => {
    const none = {
      'medium-shot': 0,
      'wide-shot': 0,
      nobody: 0,
      crowd: 0,
      letters: 0,
      warmth: 0,
      vividness: 0,
    };
    expect(valuesOf(LOOK)).toEqual({ ...none, 'close-up': 1, darkness: 0.2, coolness: 0.25 });
  });

  it('never leave [0, 1]', () => {
    const extreme = { ...LOOK, faceCount: 99, letteringFraction: 1, warmth: 1, saturationFraction: 1 };
    expect(valuesOf(extreme)).toMatchObject({ crowd: 1, letters: 1, warmth: 1, coolness: 0, vividness: 1 });
  });

  it('stand behind the content in a picture vector, and change nothing of what pictures are about', () => {
    const [seen, unseen] = [pictureVector(picture(LOOK)), pictureVector(picture(null))];
    expect([...seen.indices].slice(0, seen.contentEntryCount)).toEqual([...unseen.indices]);
    expect(seen.indices[seen.contentEntryCount]).toBe(CONTENT_FEATURE_COUNT);
    expect(seen.contentLength).toBe(unseen.contentLength);
    expect(pictureSimilarity(picture(LOOK), picture({ ...LOOK, shotScale: 'wide' }))).toBeCloseTo(1, 12);
  });

  it('count in a prediction by taste, under their names', () => {
    const romance = FACETS.indexOf('romance');
    const weightIndices = [AT.interactions + CONTENT_FEATURE_COUNT * FACET_COUNT + romance];
    const predictor = new LinearPredictor({ weightIndices, weightValues: [0.2], artworkPriors: {} });
    const taste = { ...NEW_VIEWER_TASTE, facets: { romance: 1 } };
    const contributions = predictor.explain(taste, picture(LOOK));
    expect(contributions.map(({ name }) => name)).toEqual(['taste:romance × look:close-up']);
    expect(predictor.predict(taste, picture(LOOK))).toBeCloseTo(contributions[0].value, 12);
    expect(predictor.predict(taste, picture(null))).toBe(0);
  });
});
