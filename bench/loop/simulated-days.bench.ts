import os from 'node:os';
import { parseArgs } from 'node:util';
import type { DayReport } from '../../test/factories/simulated-days/day-report';
import type { DaysVerdict } from '../../test/factories/simulated-days/judge-days';
import { simulateDays, type SimulationSize } from '../../test/factories/simulated-days/simulate-days';
import { openBenchDatabase } from '../service/bench-database';

const { values: options } = parseArgs({
  options: {
    days: { type: 'string', default: '12' },
    members: { type: 'string', default: '240' },
    seed: { type: 'string', default: 'days' },
    json: { type: 'boolean', default: false },
  },
});

const HEADER =
  'day  decisions  takes, production  reward, production  reward, uniform  planted share  demoted  shadow   bandit';

function lineOf(report: DayReport): string {
  const { day, decisionCount, takeFraction, reward, clickbaitShare, demotedArtworkIds } = report;
  return [
    ...[String(day).padStart(3), decisionCount.toLocaleString('en').padStart(9)],
    ...[takeFraction.toFixed(4).padStart(17), reward.production.toFixed(4).padStart(18)],
    ...[reward.uniform.toFixed(4).padStart(15), clickbaitShare.toFixed(3).padStart(13)],
    ...[
      String(demotedArtworkIds.length).padStart(7),
      (report.verdict ?? '-').padEnd(7),
      report.banditVersion,
    ],
  ].join('  ');
}

function conclusionOf(verdict: DaysVerdict): string {
  const { gain, gainStandardError, propensityDeviation, sliceRatioPValue } = verdict;
  const errors = (gain / gainStandardError).toFixed(1);
  return [
    '',
    `takes of the last three days against the first: ${gain.toFixed(4)} ± ${gainStandardError.toFixed(4)} (${errors} standard errors; aim ≥ 3)`,
    `choices against logged probabilities: ${propensityDeviation.toFixed(2)} (aim within ±3.5)`,
    `slices' sizes: p = ${sliceRatioPValue?.toFixed(3) ?? '-'} (aim > .001)`,
    `planted picture: demoted on day ${verdict.demotedOnDay ?? '-'}, share ${verdict.clickbaitShareBefore.toFixed(3)} before, ${verdict.clickbaitShareAfter.toFixed(3)} at the end`,
    `wrongly demoted at the end: ${verdict.wronglyDemotedIds.join(', ') || 'none'}`,
  ].join('\n');
}

async function main(): Promise<void> {
  const { database, close } = await openBenchDatabase();
  const machine = { cpu: os.cpus()[0].model, cores: os.cpus().length, loadAverage: os.loadavg()[0] };
  const startedMs = performance.now();
  const sized = { dayCount: Number(options.days), memberCount: Number(options.members), seed: options.seed };
  const onDay: SimulationSize['onDay'] = options.json ? undefined : (day) => console.log(lineOf(day));
  try {
    if (!options.json) console.log(`${machine.cpu}, ${machine.cores} cores\n\n${HEADER}`);
    const simulation = await simulateDays(database, { ...sized, onDay });
    const seconds = (performance.now() - startedMs) / 1000;
    if (options.json) console.log(JSON.stringify({ machine, ...sized, seconds, ...simulation }));
    else console.log(`${conclusionOf(simulation.verdict)}\n${seconds.toFixed(0)} s`);
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
