import fc from 'fast-check';
import { scaleOf } from '../measures/measure-scale';
import type { StreamBucket } from '../measures/review-bucket';
import { advanceAll, dayAt, DESIGN, polarityStream } from '../some-streams.factory';
import { advance } from './advance';
import { startDetector } from './detector-state';
import { parseDetectorState } from './parse-detector-state';

const DROP = { day: 60, size: -0.3 };

describe('advance', () => {
  it('alarms soon after a drop, in its direction, and not before', () => {
    const { alarms } = advanceAll(polarityStream('advance/1', 80, DROP));
    expect(alarms[0].direction).toBe('down');
    expect(alarms[0].startAt.getTime()).toBeGreaterThan(dayAt(60).getTime());
    expect(alarms[0].startAt.getTime()).toBeLessThanOrEqual(dayAt(66).getTime());
    expect(alarms[0].statistic).toBeGreaterThan(DESIGN.threshold);
  });

  it('gives the same wherever the stream is stored and read back', () => {
    const buckets = polarityStream('advance/2', 90, DROP);
    const whole = advanceAll(buckets);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: buckets.length }), (at) => {
        const first = advanceAll(buckets.slice(0, at));
        const stored = parseDetectorState(JSON.parse(JSON.stringify(first.state)));
        const second = advanceAll(buckets.slice(at), stored);
        expect([...first.steps, ...second.steps]).toEqual(whole.steps);
        expect(second.state).toEqual(whole.state);
      }),
      { numRuns: 15 },
    );
  });

  it('takes late reviews of the newest bucket for the bucket, as if they had been there', () => {
    const buckets = polarityStream('advance/3', 70);
    const early = buckets.map((bucket) => ({ ...bucket, value: -bucket.value, count: 3 }));
    const twice = buckets.flatMap((bucket, i) => [early[i], bucket]);
    expect(advanceAll(twice).state).toEqual(advanceAll(buckets).state);
  });

  it('does without missing buckets, empty ones and those of few reviews', () => {
    const buckets = polarityStream('advance/4', 80, DROP)
      .filter((_, day) => day % 5 !== 3)
      .map((bucket, i) => (i % 6 === 2 ? { ...bucket, count: 0, value: 0 } : bucket));
    const { steps, alarms } = advanceAll(buckets);
    expect(steps.filter((_, i) => i % 6 === 2).every(({ reading }) => reading.score === null)).toBe(true);
    const late = alarms.filter(({ startAt }) => startAt.getTime() > dayAt(60).getTime());
    expect(late[0]).toMatchObject({ direction: 'down' });
    expect(late[0].startAt.getTime()).toBeLessThanOrEqual(dayAt(68).getTime());
  });

  it('is less sure of a bucket of few reviews', () => {
    const buckets = polarityStream('advance/5', 60);
    const { state } = advanceAll(buckets);
    const last: StreamBucket = { ...buckets[0], startAt: dayAt(60), ageDays: 90, value: -0.5 };
    const [many, few] = [40, 3].map((count) => advance(state, { ...last, count }, DESIGN).reading.score ?? 0);
    expect(many).toBeLessThan(-3);
    expect(few).toBeGreaterThan(-2);
  });

  it('never alarms on a constant stream, and does when it ends', () => {
    const constant = polarityStream('advance/6', 100).map((bucket) => ({ ...bucket, value: 0.25 }));
    expect(advanceAll(constant).alarms).toEqual([]);
    const ended = constant.map((bucket, day) => (day < 90 ? bucket : { ...bucket, value: -0.25 }));
    expect(advanceAll(ended).alarms[0].direction).toBe('down');
  });

  it('learns weekdays: a title whose weekends differ stays quiet', () => {
    const buckets = polarityStream('advance/7', 150).map((bucket, day) => ({
      ...bucket,
      value: Math.max(-1, bucket.value - (day % 7 === 0 ? 0.8 : 0)),
    }));
    expect(advanceAll(buckets).alarms).toEqual([]);
  });

  it('starts anew with another engine, without an alarm, whatever the level', () => {
    const buckets = polarityStream('advance/8', 100).map((bucket, day) =>
      day < 60 ? bucket : { ...bucket, value: Math.max(-1, bucket.value - 0.6), engineVersion: 'linear-2' },
    );
    const { steps, alarms, state } = advanceAll(buckets);
    expect(alarms).toEqual([]);
    expect(steps.flatMap(({ reading }, day) => (reading.isReset ? [day] : []))).toEqual([60]);
    expect(state).toEqual(advanceAll(buckets.slice(60)).state);
  });

  it.each<[string, Partial<StreamBucket>]>([
    ['value', { value: NaN }],
    ['value', { value: Infinity }],
    ['value', { value: 1.2 }],
    ['count', { count: -1 }],
    ['count', { count: NaN }],
    ['ageDays', { ageDays: NaN }],
    ['startAt', { startAt: new Date(NaN) }],
  ])('refuses a wrong %s and names it: %j', (field, more) => {
    const [bucket] = polarityStream('advance/9', 1);
    expect(() => advance(startDetector('polarity'), { ...bucket, ...more }, DESIGN)).toThrow(
      expect.objectContaining({
        code: 'BAD_SHIFT_BUCKET',
        message: expect.stringContaining(field) as string,
      }),
    );
  });

  it('refuses a bucket from before the newest', () => {
    const buckets = polarityStream('advance/10', 5);
    const { state } = advanceAll(buckets);
    expect(() => advance(state, buckets[3], DESIGN)).toThrow(
      expect.objectContaining({ code: 'SHIFT_BUCKET_OUT_OF_ORDER' }),
    );
  });

  it('keeps every figure finite for any stream', () => {
    const any = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      count: fc.integer({ min: 0, max: 100_000 }),
      gap: fc.integer({ min: 1, max: 400 }),
      ageDays: fc.option(fc.integer({ min: -10, max: 20_000 })),
    });
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 60 }),
        fc.constantFrom('tone:joy', 'volume', 'disagreement'),
        (all, measure) => {
          let [state, day] = [startDetector(measure), 0];
          for (const { value, count, gap, ageDays } of all) {
            day += gap;
            const own = measure === 'volume' ? count : value;
            expect(own).toBeLessThanOrEqual(scaleOf(measure).range[1]);
            const bucket = { startAt: dayAt(day), value: own, count, ageDays, engineVersion: null };
            state = advance(state, bucket, DESIGN).state;
          }
          expect(parseDetectorState(JSON.parse(JSON.stringify(state)))).toEqual(state);
        },
      ),
    );
  });
});

describe('parseDetectorState', () => {
  const { state } = advanceAll(polarityStream('parse/1', 20));

  it.each([
    ['state', null],
    ['state.schema', { ...state, schema: 'shift-detector/0' }],
    ['state.measure', { ...state, measure: 'mood' }],
    ['settled.up', { ...state, settled: { ...state.settled, up: -1 } }],
    ['settled.ewma', { ...state, settled: { ...state.settled, ewma: null } }],
    [
      'settled.current.covariance',
      { ...state, settled: { ...state.settled, current: { ...state.settled.current, covariance: [1] } } },
    ],
    [
      'settled.recent[0].weight',
      { ...state, settled: { ...state.settled, recent: [{ ...state.settled.recent[0], weight: 0 }] } },
    ],
    ['open.count', { ...state, open: { startAtMs: 0, ageDays: null, value: 0 } }],
  ])('names %s where it is wrong', (place, value) => {
    expect(() => parseDetectorState(value)).toThrow(
      expect.objectContaining({
        code: 'BAD_DETECTOR_STATE',
        message: expect.stringContaining(place) as string,
      }),
    );
  });
});
