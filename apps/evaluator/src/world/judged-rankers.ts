import type { WorldRanker } from '@keyart/simulation';

/** The ends of the scale, and what the others are compared with. */
const NOT_JUDGED = ['random', 'production', 'oracle'];

/** Rankers that off-policy estimation compares with production. */
export function judgedOffline(rankers: readonly WorldRanker[]): WorldRanker[] {
  return rankers.filter(({ name }) => !NOT_JUDGED.includes(name));
}

/** The ranker of a name that is always there. */
export function namedRanker(rankers: readonly WorldRanker[], wanted: string): WorldRanker {
  const found = rankers.find(({ name }) => name === wanted);
  if (!found) throw new Error(`no ranker is called ${wanted}`);
  return found;
}
