import { writeFile } from 'node:fs/promises';
import { projectVersion } from '@keyart/common';
import { createDatabase, ExperimentsRepository } from '@keyart/db';
import { ExperimentSums, renderLiveReport, ReportExperiment, type LiveReport } from '@keyart/experiments';
import type { Command } from 'commander';
import { renderLive } from '../ab/render-live';
import { numberOf } from '../evaluation/evaluate-options';
import { commandLine } from '../evaluation/provenance';
import { writeJson } from '../evaluation/write-json';
import type { OpenDatabase } from '../open-database';

interface ReportFlags {
  readonly experiment: string;
  readonly run?: string;
  readonly json?: string;
  readonly html?: string;
}

async function runReport(flags: ReportFlags, openDatabase: OpenDatabase): Promise<void> {
  const report = await readReport(flags, openDatabase);
  if (flags.json !== undefined) await writeJson(flags.json, report);
  if (flags.html !== undefined) await writeFile(flags.html, renderLiveReport(report));
  if (flags.json !== '-') process.stdout.write(`${renderLive(report)}\n`);
}

async function readReport(
  { experiment: experimentId, run }: ReportFlags,
  openDatabase: OpenDatabase,
): Promise<LiveReport> {
  const isVersion = (x: number): boolean => Number.isInteger(x) && x >= 1;
  const version =
    run === undefined ? undefined : numberOf('--run', run, { isFine: isVersion, range: 'whole, 1 at least' });
  const running = await openDatabase();
  const database = createDatabase(running.url);
  try {
    const experiments = new ExperimentsRepository(database);
    const reports = new ReportExperiment({ experiments, sums: new ExperimentSums(database) });
    const told = { version: projectVersion(), command: commandLine(), now: new Date() };
    return await reports.run({ experimentId, version }, told);
  } finally {
    await database.close();
    await running.stop();
  }
}

/** `keyart ab report`. */
export function addAbReportCommand(ab: Command, openDatabase: OpenDatabase): void {
  ab.command('report')
    .description(
      'an experiment of the service as it stands; starts the embedded database when none is running',
    )
    .requiredOption('--experiment <id>', 'e.g. llm-vs-production')
    .option('--run <n>', 'version of the experiment; otherwise the latest')
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .option('--html <file>', 'report as a web page')
    .action((flags: ReportFlags) => runReport(flags, openDatabase));
}
