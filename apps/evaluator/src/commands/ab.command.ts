import { withAnalysis } from '@keyart/decision-log';
import { writeFile } from 'node:fs/promises';
import {
  analyzeData,
  analyzeSummary,
  monitorData,
  readSummary,
  renderExperimentReport,
  renderMonitorReport,
  type ExperimentAnalysis,
  type ExperimentRun,
} from '@keyart/experiments';
import { InputError, projectVersion } from '@keyart/common';
import type { Command } from 'commander';
import { addExperimentOptions, experimentOptionsOf, type ExperimentFlags } from '../ab/experiment-flags';
import { renderExperiment, renderMonitor } from '../ab/render-experiment';
import { numberOf } from '../evaluation/evaluate-options';
import { commandLine } from '../evaluation/provenance';
import { writeJson } from '../evaluation/write-json';
import { addAbPlanCommand } from './ab-plan.command';
import type { OpenDatabase } from '../open-database';
import { addAbReportCommand } from './ab-report.command';
import { addAbSrmCommand } from './ab-srm.command';

interface OutputFlags {
  readonly json?: string;
  readonly html?: string;
}

type AnalyzeFlags = Omit<ExperimentFlags, 'data'> &
  OutputFlags & { readonly data?: string; readonly summary?: string };

async function runAnalyze(flags: AnalyzeFlags): Promise<void> {
  const analysis = await analyze(flags);
  if (flags.json !== undefined) await writeJson(flags.json, analysis);
  if (flags.html !== undefined) await writeFile(flags.html, renderExperimentReport(analysis));
  if (flags.json !== '-') process.stdout.write(`${renderExperiment(analysis)}\n`);
}

async function analyze({ data, summary, ...flags }: AnalyzeFlags): Promise<ExperimentAnalysis> {
  if ((data === undefined) === (summary === undefined))
    throw new InputError('BAD_EXPERIMENT_OPTION', 'one of --data FILE and --summary FILE is needed');
  if (summary !== undefined) return analyzeSummary(summary, await readSummary(summary), thisRun());
  const options = experimentOptionsOf({ ...flags, data: data ?? '' }, thisRun());
  return withAnalysis((analysis) => analyzeData(analysis, options));
}

type MonitorFlags = ExperimentFlags & OutputFlags & { readonly plannedMembers?: string };

async function runMonitor(flags: MonitorFlags): Promise<void> {
  const options = experimentOptionsOf(
    { ...flags, sequential: flags.sequential ?? 'asymptotic-cs' },
    thisRun(),
  );
  const plannedMembers =
    flags.plannedMembers === undefined
      ? null
      : numberOf('--planned-members', flags.plannedMembers, { isFine: (x) => x >= 4, range: '4 at least' });
  const monitor = await withAnalysis((analysis) => monitorData(analysis, { ...options, plannedMembers }));
  if (flags.json !== undefined) await writeJson(flags.json, monitor);
  if (flags.html !== undefined) await writeFile(flags.html, renderMonitorReport(monitor));
  if (flags.json !== '-') process.stdout.write(`${renderMonitor(monitor)}\n`);
}

function thisRun(): ExperimentRun {
  return { version: projectVersion(), command: commandLine(), now: new Date() };
}

/** `keyart ab plan | srm | analyze | monitor | report`. */
export function addAbCommands(program: Command, openDatabase: OpenDatabase): void {
  const ab = program.command('ab').description('randomised tests: size, sample ratio, analysis, watching');
  addAbPlanCommand(ab);
  addAbSrmCommand(ab);
  addAbReportCommand(ab, openDatabase);
  addExperimentOptions(
    ab
      .command('analyze')
      .description('did an arm do better than the control?')
      .option('--data <file>', 'rows of events or members: .parquet, .csv, .jsonl or .ndjson')
      .option('--summary <file>', 'sums by arm and options as JSON; options given beside it do not count'),
  )
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .option('--html <file>', 'report as a web page')
    .action(runAnalyze);
  addExperimentOptions(
    ab
      .command('monitor')
      .description('look at a test every day, at no cost in errors; asymptotic-cs unless said otherwise')
      .requiredOption('--data <file>', 'rows of events: .parquet, .csv, .jsonl or .ndjson'),
  )
    .option('--planned-members <n>', 'final size of a group sequential test')
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .option('--html <file>', 'report as a web page')
    .action(runMonitor);
}
