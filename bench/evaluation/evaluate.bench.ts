import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Analysis, evaluateLog, type EvaluationResult } from '@keyart/decision-log';
import { DEFAULT_ESTIMATOR_PARAMETERS } from '@keyart/evaluation';
import { runNumpyPeer, type PeerResult } from './numpy-peer';
import { writeBigLog } from './write-big-log';

const AIMS = { seconds: 10, peakRssMib: 2048, growth: 11 } as const;
const ROWS_PER_MEMBER = 20;
const KIB_PER_MIB = 1024;
const OPTIONS = {
  rows: { type: 'string', default: '1000000' },
  growth: { type: 'boolean', default: false },
  peer: { type: 'boolean', default: true },
} as const;

interface Timed {
  readonly result: EvaluationResult;
  readonly seconds: number;
}

/**
 * A million decisions of 50,000 members × 5 candidates: all estimators, cross-fitted reward model, 1,000 bootstraps by member; NumPy on the
 * same files beside it. `--growth`: ten times as much, too.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS, allowNegative: true });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'keyart-evaluate-'));
  try {
    const rowCount = Number(values.rows);
    const log = await prepared(path.join(folder, 'log'), rowCount);
    const ours = await timed(log);
    const peakRssMib = process.resourceUsage().maxRSS / KIB_PER_MIB;
    console.log(
      `${rowCount} rows: ${ours.seconds.toFixed(1)} s (aim ${AIMS.seconds} for a million), peak ${peakRssMib.toFixed(0)} MiB (aim ${AIMS.peakRssMib})`,
    );
    if (values.peer) reportPeer(ours, runNumpyPeer(log));
    if (values.growth) {
      const larger = await timed(await prepared(path.join(folder, 'larger'), 10 * rowCount));
      console.log(
        `${10 * rowCount} rows: ${larger.seconds.toFixed(1)} s, ${(larger.seconds / ours.seconds).toFixed(1)} × (aim ${AIMS.growth}), peak ${(process.resourceUsage().maxRSS / KIB_PER_MIB).toFixed(0)} MiB`,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function prepared(log: string, rowCount: number): Promise<string> {
  await writeBigLog({ rowCount, memberCount: rowCount / ROWS_PER_MEMBER, path: log });
  return log;
}

async function timed(log: string): Promise<Timed> {
  const startedMs = performance.now();
  const analysis = await Analysis.open();
  try {
    const result = await evaluateLog(analysis, {
      ...{ file: `${log}.parquet`, target: { kind: 'file', file: `${log}-target.parquet` } },
      ...{
        baseline: { kind: 'logging' },
        rewardModel: { kind: 'cross-fitted' },
        rewardModelText: 'cross-fitted',
      },
      ...{ parameters: DEFAULT_ESTIMATOR_PARAMETERS, segments: [], alpha: 0.05, bootstrapDrawCount: 1000 },
      ...{ seed: 1, smallestLift: 0.05, version: 'bench', command: 'evaluate', now: new Date() },
    });
    return { result, seconds: (performance.now() - startedMs) / 1000 };
  } finally {
    await analysis.close();
  }
}

function reportPeer({ result, seconds }: Timed, peer: PeerResult): void {
  console.log(
    `NumPy, four estimators without diagnostics and baseline: ${peer.seconds.toFixed(1)} s, ${(peer.seconds / seconds).toFixed(2)} × ours`,
  );
  for (const [name, value] of Object.entries(peer.values)) {
    const own = result.estimates.find(({ estimator, policy }) => estimator === name && policy === 'target');
    const range = (ends?: readonly [number, number] | null) => ends?.map((end) => end.toFixed(5)).join(' – ');
    console.log(
      `  ${name.padEnd(6)} ours ${own?.value.toFixed(6)} (${range(own?.bootstrapInterval)}), NumPy ${value.toFixed(6)} (${range(peer.intervals[name])})`,
    );
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
