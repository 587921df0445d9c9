import { createRandom, shuffled } from '@keyart/common';
import { adjustedRandIndex } from './clustering/adjusted-rand-index';
import type { AffectEvent } from './events/affect-event';
import { fitSegments } from './fit-segments';
import { ARCHETYPES } from './naming/archetypes';
import type { Placement } from './place-viewers';
import { simulateViewers } from './simulation/simulate-viewers';
import { someEvent } from './some-events.factory';

const NAMES: readonly string[] = ARCHETYPES.map(({ name }) => name);
const WORLD = simulateViewers({
  ...{ viewerCount: 700, eventCounts: [14, 14], separation: 3 },
  random: createRandom('fit-segments'),
});
const FIT = fitSegments(WORLD.events, { seed: 'fit' });

/** An event a title of nobody in particular. */
function eventsOf(viewer: string, count: number): AffectEvent[] {
  return Array.from({ length: count }, (_, i) =>
    someEvent({
      viewer,
      title: `title-${i}`,
      polarity: 0.2,
      intensity: 0.5,
      completion: 0.9,
      genres: ['drama'],
    }),
  );
}

describe('fitSegments', () => {
  it('finds the planted segments, their number and their names', () => {
    const { model, placements } = FIT;
    expect(model).toMatchObject({ outcome: 'segments', viewerCount: 700 });
    expect(model.segments.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
    const labels = (of: (placement: Placement) => string | null | undefined) =>
      Int32Array.from(placements, (placement) => NAMES.indexOf(of(placement) ?? ''));
    const ari = adjustedRandIndex(
      labels(({ segment }) => segment),
      labels(({ viewer }) => WORLD.planted.get(viewer)),
    );
    expect(ari).toBeGreaterThan(0.75);
    const right = placements.filter(({ viewer, segment }) => segment === WORLD.planted.get(viewer));
    expect(right.length / placements.length).toBeGreaterThan(0.85);
  });

  it('tells what each segment is like and how large it is', () => {
    const { model, placements } = FIT;
    const sizes = model.segments.map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(placements.length);
    const of = (name: string) => model.segments.find((segment) => segment.name === name)?.distances;
    expect(of('nostalgic')?.['tone:nostalgia']).toBeGreaterThan(1);
    expect(of('critical-viewer')?.criticism).toBeGreaterThan(1);
    expect(of('tension-seeker')?.['tone:tension']).toBeGreaterThan(1);
    for (const distance of Object.values(of('balanced') ?? {})) expect(Math.abs(distance)).toBeLessThan(1);
  });

  it('gives chances that sum to 1, the likeliest first', () => {
    for (const { memberships, segment } of FIT.placements) {
      const chances = memberships.map(({ probability }) => probability);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(chances).toEqual([...chances].sort((a, b) => b - a));
      expect(memberships[0].name).toBe(segment);
    }
  });

  it('is the same for equal seeds, in whatever order events come, and survives JSON', () => {
    const again = fitSegments(shuffled(WORLD.events, createRandom('order')), { seed: 'fit' });
    expect(again).toEqual(FIT);
    expect(JSON.parse(JSON.stringify(FIT.model))).toEqual(FIT.model);
  });

  it('leaves viewers with few titles out, or marks them, and learns from those with enough', () => {
    const more = ['four', 'five', 'nine', 'ten'].flatMap((viewer, i) => eventsOf(viewer, [4, 5, 9, 10][i]));
    const { placements, model } = fitSegments([...WORLD.events, ...more], { seed: 'fit', k: 6 });
    const states = new Map(
      placements.map(({ viewer, state, segment }) => [viewer, [state, segment !== null]]),
    );
    expect(states.get('four')).toEqual(['unassigned', false]);
    expect(states.get('five')).toEqual(['provisional', true]);
    expect(states.get('nine')).toEqual(['provisional', true]);
    expect(states.get('ten')).toEqual(['assigned', true]);
    expect(model.viewerCount).toBe(703);
  });

  it('counts titles, not rows', () => {
    const repeated = Array.from({ length: 20 }, (_, i) => ({ ...eventsOf('loud', 1)[0], atMs: i }));
    const { placements } = fitSegments([...WORLD.events, ...repeated], { seed: 'fit', k: 2 });
    expect(placements.find(({ viewer }) => viewer === 'loud')).toMatchObject({
      state: 'unassigned',
      eventCount: 1,
    });
  });

  it('is as if viewers who opted out were not there', () => {
    const out = new Set(['viewer-3', 'viewer-7']);
    const rest = WORLD.events.filter(({ viewer }) => !out.has(viewer));
    const fit = fitSegments(WORLD.events, { seed: 'fit', k: 6, optedOut: out });
    expect(fit).toEqual(fitSegments(rest, { seed: 'fit', k: 6 }));
    expect(fit.placements.some(({ viewer }) => out.has(viewer))).toBe(false);
  });

  it('keeps the names of the fit before', () => {
    const { model } = FIT;
    const renamed = {
      ...model,
      segments: model.segments.map((segment) => ({
        ...segment,
        name: segment.name === 'balanced' ? ('nostalgic' as const) : segment.name,
      })),
    };
    const fit = fitSegments(WORLD.events, { seed: 'other', k: 6, previous: model });
    const before = new Map(FIT.placements.map(({ viewer, segment }) => [viewer, segment]));
    const kept = fit.placements.filter(({ viewer, segment }) => segment === before.get(viewer));
    expect(kept.length / fit.placements.length).toBeGreaterThan(0.95);
    // a name that the rules contradict clearly is not kept for ever
    const mended = fitSegments(WORLD.events, { seed: 'fit', k: 6, previous: renamed });
    expect(mended.model.segments.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
  });
});

describe('fitSegments where there is nothing to find', () => {
  it('says that viewers differ, but not in groups', () => {
    const { events } = simulateViewers({
      ...{ viewerCount: 400, eventCounts: [10, 10], separation: 0 },
      random: createRandom('none'),
    });
    const { model, placements } = fitSegments(events, { seed: 'none' });
    expect(model).toMatchObject({ outcome: 'no-groups', segments: [] });
    expect(model.stability.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6]);
    expect(new Set(placements.map(({ state }) => state))).toEqual(new Set(['unassigned']));
  });

  it('says so of viewers who are all alike', () => {
    const events = Array.from({ length: 120 }, (_, i) => eventsOf(`viewer-${i}`, 6)).flat();
    expect(fitSegments(events, { seed: 'alike' }).model).toMatchObject({
      outcome: 'no-groups',
      segments: [],
    });
  });

  it.each([
    ['nothing', []],
    ['one event', [someEvent()]],
    ['99 viewers', Array.from({ length: 99 }, (_, i) => eventsOf(`viewer-${i}`, 6)).flat()],
  ])('says that there are too few viewers in %s', (_, events) => {
    expect(fitSegments(events, { seed: 'few' }).model.outcome).toBe('too-few-viewers');
  });

  it('bears viewers of whom nothing is known but that they were there', () => {
    const events = Array.from({ length: 150 }, (_, i) =>
      Array.from({ length: 8 }, (__, j) => someEvent({ viewer: `v${i}`, title: `t${j}` })),
    ).flat();
    const { model } = fitSegments(events, { seed: 'silent', k: 3 });
    expect(JSON.stringify(model)).not.toContain('null,"spread":null');
    expect(model.segments.reduce((sum, { size }) => sum + size, 0)).toBe(150);
  });

  it.each([
    [{ k: 1 }, 'k: '],
    [{ k: 7 }, 'k: '],
    [{ leastEventCount: 0 }, 'leastEventCount: '],
  ])('refuses %j', (setting, problem) => {
    expect(() => fitSegments([], { seed: 'x', ...setting })).toThrow(problem);
  });

  it('refuses a number that is none, naming the row', () => {
    expect(() => fitSegments([someEvent({ polarity: NaN })], { seed: 'x' })).toThrow('events[0].polarity');
  });
});
