import os from 'node:os';
import { benchCases, CANDIDATE_COUNT } from './bench-contexts';
import { chooseForRecord, distributeAndSample, freshPolicy, timePass } from './keyart-contender';
import { VwPeer } from './vw-peer';
import { featureCounts, VW_INTERACTIONS } from './vw-text';

const DECISIONS = 40_000;
/** The titles that the decisions of a short time are about: a page has tens of rows, and most viewers see the same ones. */
const TITLES = 400;
/** Contenders take turns, so that a busy neighbour disturbs all of them. */
const TURNS = 3;
const ROUNDS = 4;
const WARM_UP_ROUNDS = 2;
/** What the project promises: three times Vowpal Wabbit's decisions a second. */
const AIM = 3;

type Passes = readonly (readonly [wall: number, cpu: number])[];

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function rounds(run: () => [number, number]): Passes {
  return Array.from({ length: ROUNDS }, run);
}

function measure() {
  const cases = benchCases(DECISIONS, TITLES);
  const known = freshPolicy();
  const steady = (): Passes => rounds(() => timePass(known, cases, distributeAndSample));
  const recorded = (): Passes => rounds(() => timePass(known, cases, chooseForRecord));
  for (let i = 0; i < WARM_UP_ROUNDS; i++) {
    steady();
    recorded();
  }
  const peer = new VwPeer(cases);
  const turns = Array.from({ length: TURNS }, () => ({
    steady: steady(),
    recorded: recorded(),
    vw: peer.run(ROUNDS),
  }));
  peer.close();
  return { features: featureCounts(cases), turns, strange: strangePasses() };
}

/** The worst case: every decision is about a title that the model has not met before. */
function strangePasses(): Passes {
  const strangers = benchCases(DECISIONS, DECISIONS);
  featureCounts(strangers);
  return rounds(() => timePass(freshPolicy(), strangers, distributeAndSample));
}

/** Best pass (the machine undisturbed) and median one (as it was). */
function rowOf(contender: string, passes: Passes) {
  const walls = passes.map(([wall]) => wall);
  return {
    contender,
    bestRate: DECISIONS / Math.min(...walls),
    medianRate: DECISIONS / median(walls),
    cpuMicroseconds: (Math.min(...passes.map(([, cpu]) => cpu)) / DECISIONS) * 1e6,
  };
}

function report({ features, turns, strange }: ReturnType<typeof measure>) {
  const all = (passesOf: (turn: (typeof turns)[number]) => Passes): Passes => turns.flatMap(passesOf);
  const ours = rowOf(
    'keyart',
    all((turn) => turn.steady),
  );
  const peers = [
    rowOf(
      'VW, Python, examples parsed beforehand',
      all(({ vw }) => vw.crossed.python),
    ),
    rowOf(
      'VW, command line, cached input',
      all(({ vw }) => vw.crossed.cached),
    ),
    rowOf(
      'VW, command line, text input',
      all(({ vw }) => vw.crossed.text),
    ),
  ];
  const beside = [
    rowOf(
      'keyart, with the lists for the record',
      all((turn) => turn.recorded),
    ),
    rowOf('keyart, every title met for the first time', strange),
    rowOf(
      'VW without interactions, Python',
      all(({ vw }) => vw.plain.python),
    ),
    rowOf(
      'VW without interactions, cached',
      all(({ vw }) => vw.plain.cached),
    ),
  ];
  const fastest = peers.reduce((best, row) => (row.bestRate > best.bestRate ? row : best));
  return {
    bench: 'policy',
    machine: { cpu: os.cpus()[0].model, cores: os.cpus().length, loadAverage: os.loadavg()[0] },
    versions: { node: process.version, vowpalwabbit: turns[0].vw.version },
    decisions: DECISIONS,
    titles: TITLES,
    passes: TURNS * ROUNDS,
    candidates: CANDIDATE_COUNT,
    features: {
      perDecision: features.given,
      crossedPerDecision: features.crossed,
      interactions: VW_INTERACTIONS,
    },
    rows: [ours, ...peers, ...beside].map((row) => ({ ...row, ratio: row.bestRate / fastest.bestRate })),
    peer: fastest.contender,
    ratio: ours.bestRate / fastest.bestRate,
    ratioOfMedians: ours.medianRate / Math.max(...peers.map(({ medianRate }) => medianRate)),
    ratioOfCpu: Math.min(...peers.map(({ cpuMicroseconds }) => cpuMicroseconds)) / ours.cpuMicroseconds,
    aim: AIM,
  };
}

function count(value: number, width: number): string {
  return Math.round(value).toLocaleString('en').padStart(width);
}

function print({ machine, versions, features, ...result }: ReturnType<typeof report>): void {
  const lines = [
    `policy: distribution and sampling, production policy (SquareCB, stickiness, floor) against --cb_explore_adf --squarecb`,
    `${machine.cpu}, ${machine.cores} cores, load ${machine.loadAverage.toFixed(1)}; Node ${versions.node}, VW ${versions.vowpalwabbit}`,
    `${result.decisions} decisions on ${result.titles} titles, K = ${result.candidates}, ${result.passes} passes; a decision has ` +
      `${features.perDecision.toFixed(1)} features, ${features.crossedPerDecision.toFixed(0)} more when crossed`,
    '',
    `${'decisions/s'.padEnd(44)}${'best'.padStart(10)}${'median'.padStart(10)}${'ratio'.padStart(8)}${'CPU µs'.padStart(9)}`,
    ...result.rows.map(
      ({ contender, bestRate, medianRate, ratio, cpuMicroseconds }) =>
        `${contender.padEnd(44)}${count(bestRate, 10)}${count(medianRate, 10)}${ratio.toFixed(2).padStart(8)}${cpuMicroseconds.toFixed(2).padStart(9)}`,
    ),
    '',
    `compared with the fastest way to ask VW for the same model (${result.peer}): ${result.ratio.toFixed(2)} × (aim ≥ ${AIM})`,
    `by medians ${result.ratioOfMedians.toFixed(2)} ×, by processor time ${result.ratioOfCpu.toFixed(2)} ×`,
  ];
  console.log(lines.join('\n'));
}

const result = report(measure());
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else print(result);
