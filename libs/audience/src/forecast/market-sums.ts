import type { MarketOutcome } from './audience-title';

/** Outcomes of a group of titles by country, `[countries]` each. */
export interface MarketSums {
  readonly charted: number[];
  readonly offered: number[];
}

/** Nothing seen yet. */
export function noMarkets(countryCount: number): MarketSums {
  return {
    charted: new Array<number>(countryCount).fill(0),
    offered: new Array<number>(countryCount).fill(0),
  };
}

/** Adds a title's outcomes; missing ones add nothing. */
export function addMarkets({ charted, offered }: MarketSums, markets: readonly MarketOutcome[]): void {
  markets.forEach((outcome, j) => {
    if (outcome < 0) return;
    charted[j] += outcome;
    offered[j]++;
  });
}

/** Sums at a country, less those of a title that is itself asked about. */
export function sumsAt(
  sums: MarketSums | undefined,
  j: number,
  own: readonly MarketOutcome[] | null,
): readonly [charted: number, offered: number] {
  if (!sums) return [0, 0];
  const isOwn = own !== null && own[j] >= 0;
  return [sums.charted[j] - (isOwn ? own[j] : 0), sums.offered[j] - (isOwn ? 1 : 0)];
}

/** Share of the countries that charted a title, in [0, 1]; 0 where it was offered nowhere. */
export function reachOf(markets: readonly MarketOutcome[]): number {
  let [charted, offered] = [0, 0];
  for (const outcome of markets) {
    if (outcome < 0) continue;
    charted += outcome;
    offered++;
  }
  return offered === 0 ? 0 : charted / offered;
}

/** A rate drawn towards what is expected of it by so many observations (Beta posterior mean; empirical Bayes). */
export function shrunkRate(
  [charted, offered]: readonly [number, number],
  expected: number,
  strength: number,
): number {
  return (charted + strength * expected) / (offered + strength);
}
