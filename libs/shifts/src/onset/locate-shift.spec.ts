import { startDetector } from '../detector/detector-state';
import { advanceAll, dayAt, DAY_MS, FIRST_DAY, polarityStream } from '../some-streams.factory';
import { dateOnset } from './date-onset';
import { acceptShift, locateShift } from './locate-shift';

const DROP = { day: 60, size: -0.3 };
const dayOf = (at: Date): number => (at.getTime() - FIRST_DAY.getTime()) / DAY_MS;

/** A stream until its first alarm, and the rest of it. */
function untilAlarm(seed: string) {
  const buckets = polarityStream(seed, 160, DROP);
  const { steps } = advanceAll(buckets.slice(0, 90));
  const at = steps.findIndex(({ alarm }) => alarm !== null);
  return { at, state: steps[at].state, rest: buckets.slice(at + 1), alarm: steps[at].alarm };
}

describe('locateShift', () => {
  const found = Array.from({ length: 40 }, (_, i) => untilAlarm(`locate/${i}`)).filter(
    ({ at }) => at >= DROP.day,
  );

  it('dates the onset within two buckets, and its interval holds it nine times in ten', () => {
    const onsets = found.map(({ state }) => locateShift(state).onset);
    const errors = onsets.map(({ at }) => Math.abs(dayOf(at) - DROP.day)).sort((a, b) => a - b);
    expect(found.length).toBeGreaterThan(30);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThanOrEqual(1);
    const held = onsets.filter(
      ({ earliestAt, latestAt }) => dayOf(earliestAt) <= DROP.day && DROP.day <= dayOf(latestAt),
    );
    // Four standard errors below 90%.
    expect(held.length / found.length).toBeGreaterThan(0.9 - 4 * Math.sqrt((0.9 * 0.1) / found.length));
  });

  it('gives the size with an interval that holds it, after a fortnight', () => {
    const sizes = found.map(
      ({ state, rest }) => locateShift(advanceAll(rest.slice(0, 14), state).state).size,
    );
    const held = sizes.filter(({ low, high }) => low <= DROP.size && DROP.size <= high);
    const mean = sizes.reduce((sum, { value }) => sum + value, 0) / sizes.length;
    expect(Math.abs(mean - DROP.size)).toBeLessThan(0.06);
    expect(held.length / sizes.length).toBeGreaterThan(0.8);
    expect(sizes.every(({ value, low, high }) => low < value && value < high)).toBe(true);
  });

  it('refuses a stream without buckets', () => {
    expect(() => locateShift(startDetector('polarity'))).toThrow(
      expect.objectContaining({ code: 'BAD_DETECTOR_STATE' }),
    );
  });
});

describe('acceptShift', () => {
  it('makes the new level the baseline: quiet at once, and another drop is another shift', () => {
    const { state, rest } = untilAlarm('accept/3');
    const { onset } = locateShift(state);
    const accepted = acceptShift(state, onset.at);
    const quiet = advanceAll(rest.slice(0, 60), accepted);
    expect(quiet.alarms).toEqual([]);
    const lower = rest.slice(60).map((bucket) => ({ ...bucket, value: Math.max(-1, bucket.value - 0.4) }));
    const { alarms, state: last } = advanceAll(lower, quiet.state);
    expect(alarms[0].direction).toBe('down');
    expect(Math.abs(locateShift(last).onset.at.getTime() - lower[0].startAt.getTime())).toBeLessThanOrEqual(
      DAY_MS,
    );
  });

  it('lets late reviews change the bucket that raised the alarm', () => {
    const { state, at } = untilAlarm('accept/4');
    const accepted = acceptShift(state, locateShift(state).onset.at);
    const [late] = polarityStream('accept/4', at + 1, DROP).slice(-1);
    expect(() => advanceAll([{ ...late, count: late.count + 9 }], accepted)).not.toThrow();
    expect(accepted.settled).toMatchObject({ up: 0, down: 0, recent: [] });
  });
});

describe('dateOnset', () => {
  it('leaves out that nothing changed, and the newest bucket', () => {
    const changes = [
      { place: -1, probability: 0.5 },
      { place: 0, probability: 0.02 },
      { place: 1, probability: 0.2 },
      { place: 2, probability: 0.03 },
      { place: 3, probability: 0.25 },
    ];
    expect(dateOnset(changes)).toEqual({ place: 1, earliest: 0, latest: 2 });
    expect(dayAt(0)).toEqual(FIRST_DAY);
  });
});
