import { showProgress } from '@keyart/common';
import { createDatabase, LogRepository } from '@keyart/db';
import type { Command } from 'commander';
import { exportLog, logFormatOf, type LogExport } from '@keyart/offline-evaluation';
import type { OpenDatabase } from '../open-database';

interface ExportOptions {
  readonly out: string;
  readonly json: boolean;
  readonly rawIds: boolean;
}

function describe(result: LogExport): string {
  const { rowCount, file, notRenderedCount, pendingCount } = result;
  const leftOut = [
    ...(notRenderedCount > 0 ? [`${notRenderedCount} never rendered`] : []),
    ...(pendingCount > 0 ? [`${pendingCount} whose reward window is open or not yet attributed`] : []),
  ];
  return `${rowCount} decisions written to ${file}${leftOut.length > 0 ? `; left out: ${leftOut.join(', ')}` : ''}`;
}

async function runExport({ out, json, rawIds }: ExportOptions, openDatabase: OpenDatabase): Promise<void> {
  logFormatOf(out);
  const running = await openDatabase();
  const database = createDatabase(running.url);
  try {
    const progress = showProgress('decision log');
    const result = await exportLog(new LogRepository(database), out, {
      hasRawIds: rawIds,
      onProgress: progress.update,
    });
    progress.done(describe(result));
    if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  } finally {
    await database.close();
    await running.stop();
  }
}

/** `keyart log export`. */
export function addLogCommands(program: Command, openDatabase: OpenDatabase): void {
  program
    .command('log')
    .description('the decision log')
    .command('export')
    .description(
      'write rendered decisions with their rewards; starts the embedded database when none is running',
    )
    .requiredOption('--out <file>', 'by extension: .parquet, .csv, .jsonl or .ndjson')
    .option('--raw-ids', 'members by their own ids; else by pseudonyms of this one file', false)
    .option('--json', 'print counts as JSON on standard output', false)
    .action((options: ExportOptions) => runExport(options, openDatabase));
}
