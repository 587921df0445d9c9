import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import { mapColumns, missing, type ReadColumn } from '../file/column-mapping';
import { fingerprintOf } from '../file/fingerprint';
import { openRelation } from '../file/log-relation';
import { prepareValidLog, type PreparedLog } from '../prepare-log';
import { choosePairs } from './choose-pairs';
import { describeHoldout } from './describe-holdout';
import { emptyHoldoutError } from './empty-holdout-error';
import { heldOutFrom } from './held-out-from';
import { HOLDOUT_CHECKS } from './holdout-checks';
import {
  HOLDOUT_SCHEMA,
  manifestFileOf,
  type FunnelStep,
  type HoldoutManifest,
  type SideCount,
  type UniformRule,
} from './holdout-manifest';
import type { HoldoutOptions } from './holdout-options';
import { HOLDOUT_SPLIT_VERSION, type HoldoutSplit } from './holdout-split';
import { markSides } from './mark-sides';
import { holdoutWarnings } from './holdout-warnings';
import { writeHoldoutRows, type HoldoutSource } from './write-holdout-rows';

const NEEDED: readonly ReadColumn[] = ['decision_id', 'user_id', 'timestamp', 'title_id', 'candidates'];

/**
 * Makes a holdout: member-title pairs of the uniform slice, of members and a time that training does not see. Writes the rows as Parquet and
 * the manifest beside them, both or neither.
 * @param analysis a fresh one; its tables are used up
 * @returns the manifest
 * @throws DecisionLogError, LogFaultsError
 */
export async function buildHoldout(analysis: Analysis, options: HoldoutOptions): Promise<HoldoutManifest> {
  const tell = options.onProgress ?? (() => undefined);
  checkOut(options);
  tell(0, 'reading the log');
  const source = await openSource(analysis, options);
  const sliceColumn = source.mapping.columns.get('slice');
  const prepared = await prepareValidLog(analysis, {
    ...{ file: options.file, map: options.map, quarantine: options.quarantine, probabilityColumns: [] },
    ...{ segments: sliceColumn === undefined ? [] : [sliceColumn], checks: HOLDOUT_CHECKS },
  });
  tell(0.5, 'dividing members and time');
  const rule: UniformRule =
    sliceColumn === undefined
      ? { kind: 'propensity' }
      : { kind: 'slice', column: sliceColumn, slice: options.slice };
  const split = await splitOf(analysis, options);
  const sides = await markSides(analysis, { split, hasSlice: sliceColumn !== undefined });
  tell(0.6, 'choosing pairs');
  const { pairCount } = options;
  const chosen = await choosePairs(analysis, { rule, split, pairCount });
  const funnel = [...(await readingSteps(analysis, prepared)), ...chosen];
  if (funnel[funnel.length - 1].rowCount === 0) throw await emptyHoldoutError(analysis, { rule, funnel });
  tell(0.8, 'writing the holdout');
  return writeHoldout(analysis, options, { source, prepared, rule, split, sides, funnel });
}

function checkOut({ file, out }: HoldoutOptions): void {
  const bad = (detail: string): DecisionLogError =>
    new DecisionLogError('BAD_EVALUATION_OPTION', `--out ${out}: ${detail}`);
  if (path.extname(out).toLowerCase() !== '.parquet') throw bad('must end in .parquet');
  if (path.resolve(out) === path.resolve(file)) throw bad('is the log itself');
}

async function openSource(analysis: Analysis, { file, map }: HoldoutOptions): Promise<HoldoutSource> {
  const relation = await openRelation(analysis, file);
  const mapping = mapColumns(relation, map);
  for (const column of NEEDED)
    if (!mapping.columns.has(column))
      throw missing(relation, column, `needed of a holdout; say --map ${column}=YOUR_COLUMN`);
  return { relation, mapping };
}

async function splitOf(
  analysis: Analysis,
  { salt, memberShare, period }: HoldoutOptions,
): Promise<HoldoutSplit> {
  const from = (await heldOutFrom(analysis, period)).toISOString();
  return { version: HOLDOUT_SPLIT_VERSION, salt, memberShare, from };
}

/** Locked rows and faulty ones are gone before anything is counted in the table. */
async function readingSteps(
  analysis: Analysis,
  { log: { rowCount, lockedCount }, quarantinedCount }: PreparedLog,
): Promise<FunnelStep[]> {
  const { memberCount } = await analysis.row<{ memberCount: number }>(
    'SELECT count(DISTINCT user_id)::DOUBLE AS "memberCount" FROM log',
  );
  return [
    { step: 'rows of the log', rowCount, memberCount: null },
    { step: 'not locked', rowCount: rowCount - lockedCount, memberCount: null },
    { step: 'without a fault', rowCount: rowCount - lockedCount - quarantinedCount, memberCount },
  ];
}

interface HoldoutParts {
  readonly source: HoldoutSource;
  readonly prepared: PreparedLog;
  readonly rule: UniformRule;
  readonly split: HoldoutSplit;
  readonly sides: readonly SideCount[];
  readonly funnel: readonly FunnelStep[];
}

async function writeHoldout(
  analysis: Analysis,
  options: HoldoutOptions,
  { source, prepared, rule, split, sides, funnel }: HoldoutParts,
): Promise<HoldoutManifest> {
  const { file, out, pairCount: pairsAsked, version, command } = options;
  const unfinished = `${out}.unfinished`;
  await mkdir(path.dirname(out), { recursive: true });
  try {
    const { notes } = await writeHoldoutRows(analysis, source, unfinished);
    const description = await describeHoldout(analysis);
    const manifest: HoldoutManifest = {
      ...{ schema: HOLDOUT_SCHEMA, split, rule, pairsAsked, ...description, funnel, sides },
      warnings: await holdoutWarnings(analysis, { pairsAsked, rule, sides, description }),
      notes: [...prepared.notes, ...notes],
      source: { file, fingerprint: await fingerprintOf(file), rowCount: prepared.log.rowCount },
      output: {
        ...{ file: out, fingerprint: await fingerprintOf(unfinished), rowCount: description.pairCount },
      },
      ...{ map: options.map ?? null, version, command, createdAt: options.now.toISOString() },
    };
    await writeFile(manifestFileOf(out), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(unfinished, out);
    return manifest;
  } finally {
    await rm(unfinished, { force: true });
  }
}
