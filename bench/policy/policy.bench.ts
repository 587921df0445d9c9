import os from 'node:os';
import { benchCases, CANDIDATE_COUNT } from './bench-contexts';
import { freshPolicy, timePass } from './keyart-contender';
import { runVwPeer } from './vw-peer';
import { featureCounts, VW_INTERACTIONS } from './vw-text';

const DECISIONS = 20_000;
/** A catalogue of some thousand titles is what one service holds; five pictures each. */
const TITLES = 2000;
const ROUNDS = 7;
const WARM_UP_ROUNDS = 10;
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
  // The worst case: every decision about a title that the model has not met before.
  const strangers = benchCases(DECISIONS, DECISIONS);
  featureCounts(strangers);
  const known = freshPolicy();
  for (let i = 0; i < WARM_UP_ROUNDS; i++) timePass(known, cases);
  const steady = () => rounds(() => timePass(known, cases));
  const early = steady();
  const vw = runVwPeer(cases, ROUNDS);
  const late = steady();
  return {
    features: featureCounts(cases),
    vw,
    steady: [...early, ...late],
    restarted: rounds(() => timePass(freshPolicy(), cases)),
    strange: rounds(() => timePass(freshPolicy(), strangers)),
  };
}

function rowOf(contender: string, passes: Passes) {
  const rate = DECISIONS / median(passes.map(([wall]) => wall));
  return { contender, rate, cpuMicroseconds: (median(passes.map(([, cpu]) => cpu)) / DECISIONS) * 1e6 };
}

function report({ features, vw, steady, restarted, strange }: ReturnType<typeof measure>) {
  const ours = rowOf('keyart', steady);
  const peers = [
    rowOf('VW, Python, examples parsed beforehand', vw.crossed.python),
    rowOf('VW, command line, cached input', vw.crossed.cached),
    rowOf('VW, command line, text input', vw.crossed.text),
  ];
  const beside = [
    rowOf('keyart, model loaded anew before each pass', restarted),
    rowOf('keyart, the same, each title met only once', strange),
    rowOf('VW without interactions, Python', vw.plain.python),
    rowOf('VW without interactions, cached', vw.plain.cached),
  ];
  const fastest = peers.reduce((best, row) => (row.rate > best.rate ? row : best));
  const thriftiest = Math.min(...peers.map(({ cpuMicroseconds }) => cpuMicroseconds));
  return {
    bench: 'policy',
    machine: { cpu: os.cpus()[0].model, cores: os.cpus().length, loadAverage: os.loadavg()[0] },
    versions: { node: process.version, vowpalwabbit: vw.version },
    decisions: DECISIONS,
    rounds: ROUNDS,
    candidates: CANDIDATE_COUNT,
    features: {
      perDecision: features.given,
      crossedPerDecision: features.crossed,
      interactions: VW_INTERACTIONS,
    },
    rows: [ours, ...peers, ...beside].map((row) => ({ ...row, ratio: row.rate / fastest.rate })),
    peer: fastest.contender,
    ratio: ours.rate / fastest.rate,
    ratioOfCpu: thriftiest / ours.cpuMicroseconds,
    aim: AIM,
  };
}

function print({ machine, versions, features, ...result }: ReturnType<typeof report>): void {
  const lines = [
    `policy: distribution and sampling, production policy (SquareCB, stickiness, floor) against --cb_explore_adf --squarecb`,
    `${machine.cpu}, ${machine.cores} cores, load ${machine.loadAverage.toFixed(1)}; Node ${versions.node}, VW ${versions.vowpalwabbit}`,
    `${result.decisions} decisions, K = ${result.candidates}, median of ${result.rounds} rounds; a decision has ` +
      `${features.perDecision.toFixed(1)} features, ${features.crossedPerDecision.toFixed(0)} more when crossed`,
    '',
    `${''.padEnd(44)}${'decisions/s'.padStart(12)}${'ratio'.padStart(8)}${'CPU µs/decision'.padStart(18)}`,
    ...result.rows.map(
      ({ contender, rate, ratio, cpuMicroseconds }) =>
        contender.padEnd(44) +
        Math.round(rate).toLocaleString('en').padStart(12) +
        ratio.toFixed(2).padStart(8) +
        cpuMicroseconds.toFixed(2).padStart(18),
    ),
    '',
    `compared with the fastest way to ask VW for the same model (${result.peer}):`,
    `${result.ratio.toFixed(2)} × its decisions/s (aim ≥ ${AIM}); by CPU time ${result.ratioOfCpu.toFixed(2)} × the thriftiest`,
  ];
  console.log(lines.join('\n'));
}

const result = report(measure());
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else print(result);
