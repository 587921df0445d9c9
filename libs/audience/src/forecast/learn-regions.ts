import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { createRandom } from '@keyart/common';
import type { AudienceData } from './audience-title';
import { reachOf } from './market-sums';

/** Countries that chart the same titles, learnt. */
export interface LearntRegions {
  /** Region of each country, `[countries]`, 0 the largest. */
  readonly ofCountry: readonly number[];
  /** Region names: the countries in them that are most like the rest, `BR AR MX +14`. */
  readonly names: readonly string[];
  /** Likeness of two countries' outcomes beyond how well a title does at large, correlation, `[countries × countries]`. */
  readonly likeness: readonly number[];
}

/** A country is tied to as many others. */
const TIES = 8;
const NAMED = 3;

/** What is unusual in a country about each title: outcome less the title's reach; missing ones say nothing. */
function residuals({ countries, titles }: AudienceData): Float64Array[] {
  const rows = countries.map(() => new Float64Array(titles.length));
  titles.forEach(({ markets }, i) => {
    const reach = reachOf(markets);
    markets.forEach((outcome, j) => {
      if (outcome >= 0) rows[j][i] = outcome - reach;
    });
  });
  return rows;
}

function correlations(rows: readonly Float64Array[]): number[] {
  const lengths = rows.map((row) => Math.sqrt(row.reduce((sum, value) => sum + value ** 2, 0)));
  return rows.flatMap((a, i) =>
    rows.map((b, j) => {
      if (i === j) return 1;
      const product = a.reduce((sum, value, k) => sum + value * b[k], 0);
      return lengths[i] * lengths[j] === 0 ? 0 : product / (lengths[i] * lengths[j]);
    }),
  );
}

function graphOf(countries: readonly string[], likeness: readonly number[]): UndirectedGraph {
  const n = countries.length;
  const graph = new UndirectedGraph();
  for (const country of countries) graph.addNode(country);
  countries.forEach((country, i) => {
    const ties = countries
      .map((other, j) => ({ other, weight: likeness[i * n + j] }))
      .filter(({ other, weight }) => other !== country && weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, TIES);
    for (const { other, weight } of ties) graph.mergeEdge(country, other, { weight });
  });
  return graph;
}

/** Numbers regions by size, ties by their first country. */
function numbered(found: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const region of found) sizes.set(region, (sizes.get(region) ?? 0) + 1);
  const order = [...sizes].sort(([, a], [, b]) => b - a).map(([region]) => region);
  return found.map((region) => order.indexOf(region));
}

function nameOf(
  members: readonly number[],
  countries: readonly string[],
  likeness: readonly number[],
): string {
  const tie = (i: number): number => members.reduce((sum, j) => sum + likeness[i * countries.length + j], 0);
  const named = [...members].sort((a, b) => tie(b) - tie(a)).slice(0, NAMED);
  const rest = members.length - named.length;
  return [...named.map((i) => countries[i]), ...(rest > 0 ? [`+${rest}`] : [])].join(' ');
}

/**
 * Regions of countries that chart the same titles: Louvain's method (Blondel et al. 2008) on the correlations of what is unusual in each
 * country. The same for equal data and seeds.
 */
export function learnRegions(data: AudienceData, seed: string): LearntRegions {
  const { countries } = data;
  const likeness = correlations(residuals(data));
  const random = createRandom(seed);
  const found = louvain(graphOf(countries, likeness), {
    rng: () => random.next(),
    getEdgeWeight: 'weight',
  });
  const ofCountry = numbered(countries.map((country) => found[country]));
  const names = Array.from({ length: Math.max(-1, ...ofCountry) + 1 }, (_, region) =>
    nameOf(
      ofCountry.flatMap((own, i) => (own === region ? [i] : [])),
      ...([countries, likeness] as const),
    ),
  );
  return { ofCountry, names, likeness };
}
