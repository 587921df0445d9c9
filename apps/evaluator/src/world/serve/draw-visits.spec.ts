import { buildWorld, DEFAULT_KNOBS, DEFAULT_SETTINGS, generateSource } from '@keyart/simulation';
import { drawVisits, type VisitPlan } from './draw-visits';

const WORLD = buildWorld(generateSource('visits'), {
  ...DEFAULT_SETTINGS,
  ...{ seed: 'visits', titleCount: 60, knobs: DEFAULT_KNOBS },
});
const PLAN: VisitPlan = { seed: 's', dayCount: 3, visitsPerDay: 100, pageSize: 10, titleCount: 40 };

describe('drawVisits', () => {
  const days = drawVisits(WORLD, PLAN);

  it('draws so many visits a day, each with a page of different titles from the best known', () => {
    expect(days.map((visits) => visits.length)).toEqual([100, 100, 100]);
    for (const { titles } of days.flat()) {
      expect(new Set(titles).size).toBe(10);
      expect(Math.max(...titles)).toBeLessThan(40);
    }
  });

  it('lets everybody come once before anybody comes twice', () => {
    const viewerCount = WORLD.viewers.length;
    for (const visits of days) {
      const order = visits.map(({ viewer }) => viewer);
      expect(new Set(order.slice(0, viewerCount)).size).toBe(viewerCount);
      expect(order.slice(viewerCount)).toEqual(order.slice(0, 100 - viewerCount));
    }
  });

  it('is a function of the seed, and differs by day', () => {
    expect(drawVisits(WORLD, PLAN)).toEqual(days);
    expect(drawVisits(WORLD, { ...PLAN, seed: 't' })).not.toEqual(days);
    expect(days[1]).not.toEqual(days[0]);
  });

  it('shows well-known titles more often', () => {
    const titles = WORLD.titles.map((title, at) => ({ ...title, ratingCount: at === 39 ? 900 : 1 }));
    const visits = drawVisits({ ...WORLD, titles }, PLAN).flat();
    const pagesWith = (title: number): number =>
      visits.filter((visit) => visit.titles.includes(title)).length;
    expect(pagesWith(39)).toBeGreaterThan(0.95 * visits.length);
    // The other 39 share what is left: 9 places a page.
    expect(Math.abs(pagesWith(0) / visits.length - 9 / 39)).toBeLessThan(0.1);
  });
});
