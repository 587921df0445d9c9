import { EVENT_TYPES, type EventRecord, type EventType } from '@keyart/contracts';
import fc from 'fast-check';
import { QUALITY_PLAY_FRACTION, REWARD_LADDER, rewardLadder } from './reward-ladder';
import { rewardOf } from './reward-of';

const SHOWN_AT_MS = Date.UTC(2024, 0, 1, 20);
const HOUR_MS = 3_600_000;
const LADDER = rewardLadder(6 * HOUR_MS);
const { windowMs: WINDOW_MS } = LADDER;

function event(
  type: EventType,
  atMs = SHOWN_AT_MS + 1000,
  progressFraction: number | null = null,
): EventRecord {
  return { eventId: `${type}-${atMs}`, decisionId: 'd', type, occurredAt: new Date(atMs), progressFraction };
}

const rung = (...events: EventRecord[]): string => rewardOf(events, SHOWN_AT_MS, LADDER).rung;

const anyEvent = fc
  .record({
    type: fc.constantFrom(...EVENT_TYPES),
    sinceMs: fc.integer({ min: -WINDOW_MS, max: 2 * WINDOW_MS }),
    progressFraction: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ type, sinceMs, progressFraction }) => event(type, SHOWN_AT_MS + sinceMs, progressFraction));

describe('rewardOf', () => {
  it('climbs the ladder with what the viewer did', () => {
    const click = event('click');
    const play = event('play');
    expect(rung()).toBe('none');
    expect(rung(event('impression'))).toBe('none');
    expect(rung(click)).toBe('click');
    expect(rung(click, event('list-add'))).toBe('list-add');
    expect(rung(click, play)).toBe('play');
    expect(rung(play, event('progress', undefined, QUALITY_PLAY_FRACTION))).toBe('quality-play');
    expect(rung(play, event('completion'))).toBe('completion');
  });

  it('counts leaving early against the picture, unless the viewer came back', () => {
    const left = event('abandon', undefined, 0.02);
    expect(rung(event('play'), left)).toBe('quick-abandon');
    expect(rung(event('play'), left, event('progress', undefined, 0.5))).toBe('quality-play');
    expect(rung(event('play'), event('abandon', undefined, 0.1))).toBe('play');
    expect(rung(event('play'), event('abandon'))).toBe('quick-abandon');
  });

  it('lets a report of a misleading picture outweigh everything', () => {
    expect(rung(event('misleading'), event('completion'))).toBe('misleading');
  });

  it('reads progress as play even when the play event was lost', () => {
    expect(rung(event('progress', undefined, 0.1))).toBe('play');
  });

  it('starts the window with the impression', () => {
    expect(rung(event('play', SHOWN_AT_MS))).toBe('play');
    expect(rung(event('play', SHOWN_AT_MS - 1))).toBe('none');
  });

  it.each(['click', 'play', 'list-add'] as const)('counts a %s within an hour only', (type) => {
    expect(rung(event(type, SHOWN_AT_MS + HOUR_MS - 1))).toBe(type);
    expect(rung(event(type, SHOWN_AT_MS + HOUR_MS))).toBe('none');
  });

  it('counts how far the viewer got, and a report, until the window closes', () => {
    const [last, over] = [SHOWN_AT_MS + WINDOW_MS - 1, SHOWN_AT_MS + WINDOW_MS];
    expect(rung(event('completion', last))).toBe('completion');
    expect(rung(event('completion', over))).toBe('none');
    expect(rung(event('play', over - HOUR_MS), event('progress', last, 0.5))).toBe('quality-play');
    expect(rung(event('play'), event('misleading', last))).toBe('misleading');
    expect(rung(event('play'), event('misleading', over))).toBe('play');
  });

  it('names values and windows in the version, and keeps every window within the whole', () => {
    expect(rewardLadder(WINDOW_MS + 1).version).not.toBe(LADDER.version);
    expect(Math.max(...Object.values(rewardLadder(1_000).windowMsOf))).toBe(1_000);
    expect(Object.keys(LADDER.windowMsOf).sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('declares a ladder that rises from misleading to completion', () => {
    const values = Object.values(REWARD_LADDER);
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    expect(new Set(values).size).toBe(values.length);
    expect([values[0], values.at(-1)]).toEqual([-1, 1]);
  });

  it('does not depend on order or repetition, and stays on the ladder', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (events, keys) => {
        const expected = rewardOf(events, SHOWN_AT_MS, LADDER);
        const shuffled = events
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(rewardOf([...shuffled, ...events], SHOWN_AT_MS, LADDER)).toEqual(expected);
        expect(REWARD_LADDER[expected.rung]).toBe(expected.reward);
      }),
    );
  });

  it('ignores what happened outside its window', () => {
    const isInside = ({ type, occurredAt }: EventRecord): boolean =>
      occurredAt.getTime() >= SHOWN_AT_MS && occurredAt.getTime() < SHOWN_AT_MS + LADDER.windowMsOf[type];
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        const inside = rewardOf(events.filter(isInside), SHOWN_AT_MS, LADDER);
        expect(rewardOf(events, SHOWN_AT_MS, LADDER)).toEqual(inside);
      }),
    );
  });

  it.each([0, -1, NaN])('refuses a window of %p ms', (windowMs) => {
    expect(() => rewardOf([], SHOWN_AT_MS, rewardLadder(windowMs))).toThrow(/window/);
  });
});
