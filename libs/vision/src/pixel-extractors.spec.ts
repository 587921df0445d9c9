import * as fc from 'fast-check';
import { ColourExtractor } from './colour/colour.extractor';
import { CompositionExtractor } from './composition/composition.extractor';
import type { PictureExtractor } from './picture-extractor';
import { QualityExtractor } from './quality/quality.extractor';
import { paintPicture } from './test-pictures/paint-picture.factory';

const extractors: PictureExtractor<object>[] = [
  new QualityExtractor(),
  new ColourExtractor(),
  new CompositionExtractor(),
];

/** Every number below a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

describe.each(extractors.map((extractor) => [extractor.name, extractor] as const))(
  '%s',
  (_name, extractor) => {
    it('stays within the ranges of its fields for any small picture', async () => {
      const size = fc.integer({ min: 1, max: 40 });
      const picture = fc.tuple(size, size, fc.uint8Array({ minLength: 12, maxLength: 12 }));
      await fc.assert(
        fc.asyncProperty(picture, async ([widthPx, heightPx, levels]) => {
          const level = (x: number, y: number, channel: number) =>
            levels[(3 * x * y + channel) % levels.length];
          const features = await extractor.extract(
            await paintPicture(widthPx, heightPx, (x, y) => [level(x, y, 0), level(x, y, 1), level(x, y, 2)]),
          );
          for (const { name, range } of extractor.fields) {
            const numbers = numbersIn(features[name as keyof typeof features]);
            expect(numbers.every((number) => number >= range[0] && number <= range[1])).toBe(true);
          }
        }),
        { numRuns: 60 },
      );
    });
  },
);
