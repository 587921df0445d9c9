import { createRandom, hash32 } from '@keyart/common';
import {
  columnOf,
  measureAll,
  NORMALISED_IPS,
  sumByCluster,
  summedTerms,
  termKey,
  total,
  valueOf,
  withinCandidates,
  type CandidateRange,
  type Estimator,
  type LogColumns,
  type LogSums,
  type Measured,
  type PolicyColumns,
} from '@keyart/evaluation';

const CANDIDATE_COUNTS = [2, 3, 5, 8];
const ROWS_PER_MEMBER = 5;
const RANGES: readonly CandidateRange[] = [
  { from: 1, to: 2 },
  { from: 3, to: 5 },
  { from: 6, to: Infinity },
];

interface MatchWorld {
  readonly log: LogColumns;
  readonly seeds: Uint32Array;
  /** Shows the picture that would be taken. */
  readonly perfect: PolicyColumns;
  /** Shows one picture, drawn evenly: worth 1. */
  readonly dice: PolicyColumns;
  readonly uniform: PolicyColumns;
  /** Shows the taken picture in half the decisions, where it is tossed a head, and rolls the dice in the others. */
  readonly half: PolicyColumns;
  /** Its true value: mean over decisions of what it earns by what chance earns. */
  readonly halfValue: number;
}

/**
 * A uniform log. In each decision one picture would be taken; members differ in how gladly they take, so that their rows hang together.
 */
function matchWorld(seed: string, rowCount: number): MatchWorld {
  const random = createRandom(seed);
  const pick = (count: number): number => Math.floor(random.next() * count);
  const clusterCount = rowCount / ROWS_PER_MEMBER;
  const rates = Array.from({ length: clusterCount }, () => 0.2 + 0.7 * random.next());
  const rows = Array.from({ length: rowCount }, (_, i) => {
    const count = CANDIDATE_COUNTS[pick(CANDIDATE_COUNTS.length)];
    const cluster = Math.floor(i / ROWS_PER_MEMBER);
    const [shown, liked, dice, isTold] = [pick(count), pick(count), pick(count), random.next() < 0.5];
    const reward = Number(shown === liked && random.next() < rates[cluster]);
    return { count, cluster, shown, liked, dice, half: isTold ? liked : dice, reward };
  });
  const of = (weight: (row: (typeof rows)[number]) => number): PolicyColumns => ({
    weight: Float64Array.from(rows, weight),
    ...{ expectedPrediction: null, facetWeight: null },
  });
  const showing = (key: 'liked' | 'dice' | 'half') => of((row) => (row.shown === row[key] ? row.count : 0));
  // Chance takes rate / K a decision, `half` (1 + 1 / K) / 2 of the rate.
  const chance = CANDIDATE_COUNTS.reduce((sum, count) => sum + 1 / count, 0) / CANDIDATE_COUNTS.length;
  return {
    log: {
      ...{ rowCount, clusterCount, prediction: null },
      cluster: Int32Array.from(rows, ({ cluster }) => cluster),
      reward: Float64Array.from(rows, ({ reward }) => reward),
      propensity: Float64Array.from(rows, ({ count }) => 1 / count),
      candidateCount: Float64Array.from(rows, ({ count }) => count),
    },
    seeds: Uint32Array.from({ length: clusterCount }, (_, u) => hash32(`member ${u}`, 0)),
    ...{ perfect: showing('liked'), dice: showing('dice'), half: showing('half'), uniform: of(() => 1) },
    halfValue: (1 + chance) / 2 / chance,
  };
}

function sumsOf(
  { log, seeds }: MatchWorld,
  target: PolicyColumns,
  estimators: readonly Estimator[],
): LogSums {
  const terms = summedTerms(estimators);
  return sumByCluster(log, { policies: { target, baseline: target }, terms }, seeds);
}

async function matchOf(world: MatchWorld, target: PolicyColumns, estimator: Estimator): Promise<Measured> {
  const options = { alpha: 0.05, drawCount: 0, seed: 1 };
  const [measured] = await measureAll(
    sumsOf(world, target, [estimator]),
    [valueOf(estimator, 'target')],
    options,
  );
  if (!measured) throw new Error('not defined');
  return measured;
}

describe('normalised IPS', () => {
  const world = matchWorld('match', 2000);
  const ranges = RANGES.map((range) => withinCandidates(NORMALISED_IPS, range));

  it('is 1 for the uniform policy, over all and in every range', async () => {
    for (const estimator of [NORMALISED_IPS, ...ranges])
      expect((await matchOf(world, world.uniform, estimator)).value).toBeCloseTo(1, 12);
  });

  it.each(CANDIDATE_COUNTS)('is %d for the perfect policy among so many candidates', async (count) => {
    const estimator = withinCandidates(NORMALISED_IPS, { from: count, to: count });
    const { value, standardError } = await matchOf(world, world.perfect, estimator);
    expect(value).toBeCloseTo(count, 12);
    expect(standardError).toBeCloseTo(0, 9);
  });

  it('sums up over ranges, each by its share of what chance earns', async () => {
    const chance = (estimator: Estimator): number =>
      total(columnOf(sumsOf(world, world.half, [estimator]), termKey('target', estimator.terms[1])));
    let sum = 0;
    for (const estimator of ranges)
      sum +=
        ((await matchOf(world, world.half, estimator)).value * chance(estimator)) / chance(NORMALISED_IPS);
    expect(sum).toBeCloseTo((await matchOf(world, world.half, NORMALISED_IPS)).value, 12);
  });

  it('has the error of the range alone', async () => {
    const { log } = world;
    const keep = Array.from(log.reward, (_, i) => i).filter((i) => (log.candidateCount?.[i] ?? 0) > 5);
    const take = (column: Float64Array): Float64Array => Float64Array.from(keep, (i) => column[i]);
    const cluster = keep.map((i) => log.cluster[i]);
    const places = new Map([...new Set(cluster)].map((u, place) => [u, place]));
    const alone: MatchWorld = {
      ...world,
      log: {
        ...{ rowCount: keep.length, clusterCount: places.size, prediction: null },
        cluster: Int32Array.from(cluster, (u) => places.get(u) ?? 0),
        ...{ reward: take(log.reward), propensity: take(log.propensity) },
        candidateCount: log.candidateCount && take(log.candidateCount),
      },
    };
    const half = { ...world.half, weight: take(world.half.weight) };
    const wanted = await matchOf(alone, half, NORMALISED_IPS);
    const found = await matchOf(world, world.half, ranges[2]);
    expect(found.value).toBeCloseTo(wanted.value, 12);
    // But for U / (U − 1), which counts members without such a decision, too.
    expect((found.standardError ?? 0) / (wanted.standardError ?? 1)).toBeCloseTo(1, 2);
  });

  it('covers 1 for a policy that rolls dice, and the truth of a better one, in 95% of 600 logs within 3 errors', async () => {
    const runCount = 600;
    const hits = { dice: 0, half: 0 };
    for (let run = 0; run < runCount; run++) {
      const one = matchWorld(`coverage/${run}`, 1000);
      for (const [name, truth] of [['dice', 1] as const, ['half', one.halfValue] as const]) {
        const { interval } = await matchOf(one, one[name], NORMALISED_IPS);
        hits[name] += Number(interval !== null && interval[0] <= truth && truth <= interval[1]);
      }
    }
    const slack = 3 * Math.sqrt((0.95 * 0.05) / runCount);
    expect(Math.abs(hits.dice / runCount - 0.95)).toBeLessThan(slack);
    expect(Math.abs(hits.half / runCount - 0.95)).toBeLessThan(slack);
  });
});
