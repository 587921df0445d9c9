import fc from 'fast-check';
import { dayAt } from '../some-streams.factory';
import { scaleOf } from './measure-scale';
import { MEASURES, type Measure } from './measure';
import { streamBuckets, type ReviewBucket } from './review-bucket';

const bucketOf = (polarities: readonly number[], more: Partial<ReviewBucket> = {}): ReviewBucket => ({
  ...{ startAt: dayAt(0), count: polarities.length, toneCounts: {}, engineVersion: 'linear-1', ageDays: 3 },
  polaritySum: polarities.reduce((sum, one) => sum + one, 0),
  polaritySquareSum: polarities.reduce((sum, one) => sum + one ** 2, 0),
  ...more,
});
const valueOf = (measure: Measure, bucket: ReviewBucket): number | undefined =>
  streamBuckets(bucket).find((one) => one.measure === measure)?.bucket.value;

describe('streamBuckets', () => {
  it('reads polarity, volume, tones', () => {
    const bucket = bucketOf([1, 0.5, -0.5, 0], { toneCounts: { joy: 3 } });
    expect(valueOf('polarity', bucket)).toBeCloseTo(0.25, 12);
    expect(valueOf('volume', bucket)).toBe(4);
    expect(valueOf('tone:joy', bucket)).toBe(0.75);
    expect(valueOf('tone:anger', bucket)).toBe(0);
    expect(streamBuckets(bucket).map(({ measure }) => measure)).toEqual(MEASURES);
  });

  it('calls it full disagreement where each is all for or all against, liked or not', () => {
    expect(valueOf('disagreement', bucketOf([1, -1, 1, -1]))).toBeCloseTo(1, 12);
    expect(valueOf('disagreement', bucketOf([1, 1, 1, -1]))).toBeCloseTo(1, 12);
    expect(valueOf('disagreement', bucketOf([0.5, 0.5, 0.5]))).toBeCloseTo(0, 12);
    expect(valueOf('disagreement', bucketOf([1, 1, 1]))).toBe(0);
    expect(valueOf('disagreement', bucketOf([0.4, -0.4, 0.4, -0.4]))).toBeLessThan(0.25);
  });

  it('stays in its range for any reviews, none included', () => {
    const polarity = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(polarity, { maxLength: 30 }), (polarities) => {
        for (const { measure, bucket } of streamBuckets(bucketOf(polarities))) {
          const [least, most] = scaleOf(measure).range;
          expect(bucket.value).toBeGreaterThanOrEqual(least);
          expect(bucket.value).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('gives the engine to what it has read only', () => {
    const versions = new Map(
      streamBuckets(bucketOf([1])).map(({ measure, bucket }) => [measure, bucket.engineVersion]),
    );
    expect(versions.get('volume')).toBeNull();
    expect(versions.get('polarity')).toBe('linear-1');
  });

  it.each<[string, Partial<ReviewBucket>]>([
    ['count', { count: NaN }],
    ['count', { count: 1.5 }],
    ['polaritySum', { polaritySum: NaN }],
    ['polaritySum', { polaritySum: 3 }],
    ['polaritySquareSum', { polaritySquareSum: -1 }],
    ['polaritySquareSum', { polaritySquareSum: Infinity }],
    ['toneCounts.joy', { toneCounts: { joy: 7 } }],
    ['toneCounts.anger', { toneCounts: { anger: NaN } }],
    ['ageDays', { ageDays: NaN }],
    ['startAt', { startAt: new Date(NaN) }],
  ])('refuses a wrong %s and names it: %j', (field, more) => {
    expect(() => streamBuckets(bucketOf([1, 1], more))).toThrow(
      expect.objectContaining({
        code: 'BAD_SHIFT_BUCKET',
        message: expect.stringContaining(field) as string,
      }),
    );
  });
});

describe('scaleOf', () => {
  it('comes back from its scale, nearly so where counts are smoothed', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, fc.integer({ min: 50, max: 5000 }), (value, count) => {
        expect(scaleOf('polarity').back(scaleOf('polarity').forward(value, count))).toBe(value);
        expect(scaleOf('disagreement').back(scaleOf('disagreement').forward(value, count))).toBeCloseTo(
          value,
          12,
        );
        expect(scaleOf('volume').back(scaleOf('volume').forward(count, count))).toBeCloseTo(count, 6);
        expect(
          Math.abs(scaleOf('tone:joy').back(scaleOf('tone:joy').forward(value, count)) - value),
        ).toBeLessThan(0.01);
      }),
    );
  });

  it('weighs a bucket by its reviews, never above 400, and a volume by what was foreseen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 1e6 }), (count) => {
        for (const measure of MEASURES) {
          const { weight } = scaleOf(measure);
          expect(weight(count, null)).toBeGreaterThan(0);
          expect(weight(count, null)).toBeLessThanOrEqual(400);
          expect(weight(count + 1, null)).toBeGreaterThan(weight(count, null));
        }
        expect(scaleOf('volume').weight(count, Math.log(20))).toBe(scaleOf('volume').weight(7, Math.log(20)));
      }),
    );
  });
});
