import { parseArgs } from 'node:util';
import { createRandom } from '@keyart/common';
import {
  deltaMethod,
  meanOf,
  meanWeightZ,
  paretoK,
  sumByCluster,
  tailCount,
  valueOf,
  WARNING_LIMITS,
  WEIGHT,
  type LogSums,
  type WeightTail,
} from '@keyart/evaluation';
import { renderTable } from '../../apps/evaluator/src/terminal/table';
import { CONTEXT_COUNT, draw, worldOf, type LogSetting, type World } from './simulated-log';

const ROW_COUNT = 5_000;
const SETTINGS: readonly LogSetting[] = [
  { name: 'K = 5, uniform', actionCount: 5, sharpness: 0, epsilon: 1 },
  { name: 'K = 5, softmax, ε = .2', actionCount: 5, sharpness: 5, epsilon: 0.2 },
  ...[18, 25, 30].map((sharpness) => ({
    name: `K = 10, sharp (${sharpness}), ε = .05`,
    ...{ actionCount: 10, sharpness, epsilon: 0.05 },
  })),
  { name: 'K = 20, sharp (40), ε = .02', actionCount: 20, sharpness: 40, epsilon: 0.02 },
];

/** `[context][action]`. */
type Table = readonly (readonly number[])[];

/** How logged propensities came about. */
interface Kind {
  readonly name: string;
  /** What actions were really drawn from. */
  readonly drawn: (world: World) => Table;
  /** What was logged of an action. */
  readonly logged: (world: World) => Table;
  /** Whether logged numbers sum to 1 over candidates; otherwise they would not pass validation beside them. */
  readonly isDistribution: boolean;
}

const asLogged = ({ logging }: World): Table => logging;
const KINDS: readonly Kind[] = [
  { name: 'sound', drawn: asLogged, logged: asLogged, isDistribution: true },
  {
    ...{ name: 'all × 1.2', drawn: asLogged, isDistribution: false },
    logged: ({ logging }) => logging.map((row) => row.map((p) => Math.min(1, 1.2 * p))),
  },
  {
    ...{ name: 'of another viewer', drawn: asLogged, isDistribution: true },
    logged: ({ logging }) => logging.map((_, context) => logging[(context + 1) % CONTEXT_COUNT]),
  },
  {
    ...{ name: 'before a filter', logged: asLogged, isDistribution: true },
    drawn: ({ logging }) => logging.map((row) => normalised(row.map((p, action) => (action === 0 ? 0 : p)))),
  },
  {
    ...{ name: 'of the second choice', drawn: asLogged, isDistribution: false },
    logged: ({ logging }) => logging.map((row) => row.map(() => [...row].sort((a, b) => b - a)[1])),
  },
  {
    ...{ name: 'a fifth is overruled', logged: asLogged, isDistribution: true },
    drawn: ({ logging }) =>
      logging.map((row) => row.map((p) => 0.8 * p + 0.2 * Number(p === Math.max(...row)))),
  },
];

function normalised(row: readonly number[]): number[] {
  const sum = row.reduce((all, one) => all + one, 0);
  return row.map((one) => one / sum);
}

/** How often a log is called broken, by three ways to tell. */
interface Alarms {
  readonly setting: string;
  readonly kind: string;
  /** (En[w] − 1) by the sample's standard error alone. */
  readonly bySample: number;
  /** As `evaluate` does beside candidates' propensities; null: they would not pass validation. */
  readonly byCandidates: number | null;
  /** As `evaluate` does with the shown action's propensity alone. */
  readonly byWeights: number;
}

/** False alarms of BROKEN_PROPENSITY on sound logs of 5,000 decisions, and how often broken ones are found. */
function main(): void {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '1000' }, json: { type: 'boolean', default: false } },
  });
  const all = SETTINGS.flatMap((setting) =>
    KINDS.map((kind) =>
      alarms(setting, kind, Number(values.runs) / (kind.isDistribution && kind.name === 'sound' ? 1 : 5)),
    ),
  );
  if (values.json) return console.log(JSON.stringify(all));
  const percent = (rate: number | null) => (rate === null ? '–' : `${(100 * rate).toFixed(1)}%`);
  const heading = ['setting', 'propensities', 'sample alone', 'with candidates', 'weights alone'];
  const lines = all.map(({ setting, kind, bySample, byCandidates, byWeights }) => [
    ...[setting, kind, percent(bySample), percent(byCandidates), percent(byWeights)],
  ]);
  console.log(renderTable([heading, ...lines]));
}

function alarms(setting: LogSetting, kind: Kind, runCount: number): Alarms {
  const world = worldOf(setting);
  const [drawn, logged] = [kind.drawn(world), kind.logged(world)];
  const tally = { bySample: 0, byCandidates: 0, byWeights: 0 };
  for (let run = 0; run < runCount; run++) {
    const { sums, squares, tail } = sample({ world, drawn, logged, seed: `${setting.name}/${run}` });
    const isBroken = (z: number | null) => Number(z !== null && Math.abs(z) > WARNING_LIMITS.mostZ);
    const expected = { mean: 1, standardError: Math.sqrt((squares - 1) / ROW_COUNT) };
    tally.bySample += isBroken(sampleZ(sums));
    tally.byCandidates += isBroken(meanWeightZ(sums, { role: 'target', tail, expected }));
    tally.byWeights += isBroken(meanWeightZ(sums, { role: 'target', tail, expected: null }));
  }
  return {
    ...{ setting: setting.name, kind: kind.name, bySample: tally.bySample / runCount },
    byCandidates: kind.isDistribution ? tally.byCandidates / runCount : null,
    byWeights: tally.byWeights / runCount,
  };
}

interface Sample {
  readonly sums: LogSums;
  /** Mean of Σ_a π² / π₀ over the rows. */
  readonly squares: number;
  readonly tail: WeightTail;
}

function sample({
  world,
  drawn,
  logged,
  seed,
}: {
  world: World;
  drawn: Table;
  logged: Table;
  seed: string;
}): Sample {
  const random = createRandom(`propensity/${seed}`);
  const contexts = Array.from({ length: ROW_COUNT }, () => Math.floor(random.next() * CONTEXT_COUNT));
  const actions = contexts.map((context) => draw(random, drawn[context]));
  const propensity = Float64Array.from(actions, (action, i) => logged[contexts[i]][action]);
  const probability = actions.map((action, i) => world.target[contexts[i]][action]);
  const spread = world.target.map((row, c) => row.reduce((sum, p, a) => sum + p ** 2 / logged[c][a], 0));
  const log = {
    ...{ rowCount: ROW_COUNT, clusterCount: ROW_COUNT, candidateCount: null, prediction: null },
    ...{ cluster: Int32Array.from(actions.keys()), reward: new Float64Array(ROW_COUNT), propensity },
  };
  const weight = propensity.map((p, i) => probability[i] / p);
  const target = { weight, expectedPrediction: null, facetWeight: null };
  return {
    sums: sumByCluster(log, { policies: { target }, terms: [WEIGHT] }, new Uint32Array(ROW_COUNT)),
    squares: contexts.reduce((sum, context) => sum + spread[context], 0) / ROW_COUNT,
    tail: {
      ...{
        maxWeight: Math.max(...weight),
        possibleWeight: Math.max(...probability) / Math.min(...propensity),
      },
      paretoK: paretoK(
        weight
          .slice()
          .sort()
          .slice(-tailCount(ROW_COUNT) - 1),
      ),
    },
  };
}

function sampleZ(sums: LogSums): number | null {
  const point = deltaMethod(sums, valueOf(meanOf('ips', [WEIGHT]), 'target'));
  return point?.standardError ? (point.value - 1) / point.standardError : null;
}

main();
