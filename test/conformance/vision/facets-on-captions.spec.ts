import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArtworkManifest } from '@keyart/catalog';
import { projectRoot } from '@keyart/common';
import {
  crossValidateFacets,
  FACET_CALIBRATIONS,
  FacetReader,
  fitFacetCalibration,
  measureFacets,
  type FacetCase,
} from '@keyart/vision';
import { openMiniLm } from '../../support/mini-lm';

/** Measured: .79 and .82; three pictures of 84 less are a regression. */
const LEAST_FRACTION = { captions: 0.75, 'captions and titles': 0.78 } as const;

async function casesOf(reader: FacetReader, hasTitles: boolean): Promise<FacetCase[]> {
  const { titles } = await readArtworkManifest(path.join(projectRoot(), 'artwork-fixtures'));
  const pictures = titles.flatMap((title) => title.artworks.map((artwork) => ({ title, ...artwork })));
  return Promise.all(
    pictures.map(async ({ title, caption, facets }) => {
      const subject = {
        words: caption ?? null,
        features: null,
        title: hasTitles ? title : { genres: [], facets: {} },
      };
      const { signs } = await reader.gather(subject);
      return { titleId: title.titleId, signs, expected: facets ?? {} };
    }),
  );
}

// The test runner sets the path when the model file is here and names the suite as left out when it is not.
const model = process.env.KEYART_MINILM_ONNX;
const withModel = model && existsSync(model) ? describe : describe.skip;

withModel("facets of the fixtures' captions, by MiniLM", () => {
  let cases: Record<keyof typeof LEAST_FRACTION, FacetCase[]>;

  beforeAll(async () => {
    const reader = new FacetReader(await openMiniLm(model as string));
    const captions = await casesOf(reader, false);
    cases = { captions, 'captions and titles': await casesOf(reader, true) };
  });

  it.each(['captions', 'captions and titles'] as const)(
    'are read from %s far better than by chance, by constants fitted on other titles',
    (source) => {
      const accuracy = crossValidateFacets(cases[source]);
      expect(accuracy.topFacetFraction).toBeGreaterThanOrEqual(LEAST_FRACTION[source]);
      expect(accuracy.commonestFraction).toBeLessThan(0.4);
      expect(accuracy.brierScore).toBeLessThan(0.72 * accuracy.brierOfBaseRate);
      expect(accuracy.calibrationError).toBeLessThan(0.03);
    },
  );

  it('are read as well by the constants in use, which are near what a fit finds', () => {
    const { withWords } = FACET_CALIBRATIONS;
    const fitted = fitFacetCalibration(cases['captions and titles']);
    const { topFacetFraction } = measureFacets(cases['captions and titles'], withWords);
    expect(topFacetFraction).toBeGreaterThanOrEqual(LEAST_FRACTION.captions);
    // The constants are fitted with pictures beside the captions, which take over a part of what words say.
    expect(Math.abs(fitted.perNearness / withWords.perNearness - 1)).toBeLessThan(0.25);
    expect(Math.abs(fitted.perTitleStrength / withWords.perTitleStrength - 1)).toBeLessThan(0.25);
  });
});
