import type { Analysis } from './analysis';
import { LogFaultsError } from './errors';
import { findFaults } from './faults/find-faults';
import {
  extraCheck,
  FACET_CHECKS,
  LOG_CHECKS,
  OPTIONAL_COLUMN_CHECKS,
  probabilityCheck,
  type LogCheck,
} from './faults/log-checks';
import type { LogFault } from './faults/log-fault';
import { quarantine } from './faults/quarantine';
import { loadLog, type LoadedLog, type LoadOptions } from './file/load-log';

/** How a log is read. */
export interface PrepareOptions extends LoadOptions {
  /** File for rows that are wrong; undefined: there must be none. */
  readonly quarantine?: string;
  /** Of the table `log`, beside those of every log. */
  readonly checks?: readonly LogCheck[];
}

/** A log in the table `log`, with what is wrong with it. */
export interface PreparedLog {
  readonly log: LoadedLog;
  /** Empty after a quarantine, too: those rows are gone. */
  readonly faults: readonly LogFault[];
  readonly quarantinedCount: number;
  /** What the file does not have, and what was done about it. */
  readonly notes: readonly string[];
}

/** Reads a log and checks every row. @throws DecisionLogError where the file cannot be read at all */
export async function prepareLog(analysis: Analysis, options: PrepareOptions): Promise<PreparedLog> {
  const log = await loadLog(analysis, options);
  const checks = checksOf(log, options);
  const rowFaults = await findFaults(analysis, log.file, checks);
  const notes = notesOn(log);
  if (options.quarantine === undefined)
    return { log, faults: [...blankLineFaults(log), ...rowFaults], quarantinedCount: 0, notes };
  const quarantinedCount =
    rowFaults.length === 0 ? 0 : await quarantine(analysis, options.quarantine, checks);
  return { log, faults: [], quarantinedCount, notes: [...notes, ...blankLineNotes(log)] };
}

/** The file may have lost what stood there. */
function blankLineFaults({ file, blankLines }: LoadedLog): LogFault[] {
  if (!blankLines || blankLines.count === 0) return [];
  const { count, examples } = blankLines;
  return [
    {
      ...{ file, column: 'line', problem: 'is blank', count },
      examples: examples.map((row) => ({ row, value: 'nothing' })),
    },
  ];
}

function blankLineNotes({ blankLines }: LoadedLog): string[] {
  return blankLines && blankLines.count > 0 ? [`${linesText(blankLines.count)} left out`] : [];
}

function linesText(count: number): string {
  return `${count} blank line${count === 1 ? '' : 's'}`;
}

/** The same, where only a log without faults is of use. @throws LogFaultsError */
export async function prepareValidLog(analysis: Analysis, options: PrepareOptions): Promise<PreparedLog> {
  const prepared = await prepareLog(analysis, options);
  if (prepared.faults.length > 0) throw new LogFaultsError(prepared.faults);
  return prepared;
}

function checksOf(
  { mapping, numberExtras }: LoadedLog,
  { probabilityColumns, checks = [] }: PrepareOptions,
): LogCheck[] {
  return [
    ...LOG_CHECKS,
    ...[...mapping.columns.keys()].flatMap((column) => OPTIONAL_COLUMN_CHECKS[column] ?? []),
    ...(mapping.columns.has('candidate_facets') ? FACET_CHECKS : []),
    ...probabilityColumns.map(probabilityCheck),
    ...numberExtras.map(extraCheck),
    ...checks,
  ];
}

function notesOn({ mapping: { columns }, lockedCount, blankLines }: LoadedLog): string[] {
  const trailingCount = blankLines?.trailingCount ?? 0;
  return [
    ...(trailingCount > 0 ? [`${linesText(trailingCount)} at the end of the file passed over`] : []),
    ...(columns.has('decision_id') ? [] : ['no decision_id: row numbers stand for it']),
    ...(columns.has('user_id') ? [] : ['no user_id: every row counts as another member']),
    ...(columns.has('timestamp') ? [] : ['no timestamp: the order of rows stands for time']),
    ...(columns.has('candidates') ? [] : ['no candidates: support and chance are judged by what was logged']),
    ...(lockedCount > 0 ? [`${lockedCount} locked decisions left out: nobody chose their pictures`] : []),
  ];
}
