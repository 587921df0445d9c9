import { createRandom, shuffled, type Random } from '@keyart/common';
import type { World } from '@keyart/simulation';

/** A viewer asks for a page, by places in the world's lists. */
export interface Visit {
  readonly viewer: number;
  /** `[pageSize]`, each title once, in page order. */
  readonly titles: readonly number[];
}

/** Who comes, and what is on offer. */
export interface VisitPlan {
  readonly seed: string;
  readonly dayCount: number;
  readonly visitsPerDay: number;
  /** Titles of a page; at most `titleCount`. */
  readonly pageSize: number;
  /** The world's best known titles, so many. */
  readonly titleCount: number;
}

/** Titles without repetition, well-known ones more often (Efraimidis and Spirakis 2006: the largest u^(1/odds)). */
function drawTitles(odds: readonly number[], count: number, random: Random): number[] {
  return odds
    .map((odd, title) => ({ title, key: Math.log(random.next()) / odd }))
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ title }) => title);
}

/** Viewers come in a new order each day, everybody once before anybody comes twice. Equal seeds give equal visits. */
export function drawVisits({ viewers, titles }: World, plan: VisitPlan): Visit[][] {
  const odds = titles.slice(0, plan.titleCount).map(({ ratingCount }) => Math.sqrt(Math.max(1, ratingCount)));
  return Array.from({ length: plan.dayCount }, (_, day) => {
    const random = createRandom(`${plan.seed}/visits/${day}`);
    const order = shuffled([...viewers.keys()], random);
    return Array.from({ length: plan.visitsPerDay }, (_, at) => ({
      viewer: order[at % order.length],
      titles: drawTitles(odds, plan.pageSize, random),
    }));
  });
}
