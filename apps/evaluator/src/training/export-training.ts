import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fingerprintOf, openDecisions, type Analysis, type OpenedDecisions } from '@keyart/decision-log';
import {
  ExportTally,
  isPreference,
  LogSurvey,
  manifestOf,
  RowMaker,
  SIDES,
  TrainingExportError,
  type ExportManifest,
  type RowFileReport,
  type RowPlan,
  type Side,
  type SplitRule,
} from '@keyart/training-export';
import type { TrainingExportOptions } from './export-options';
import { OutputFolder } from './output-folder';
import { CONTEXT_FILES, readContext } from './read-context';
import { readRationales } from './read-rationales';
import { DraftFile, writeWeighted } from './row-file';
import { splitRuleOf } from './split-rule-of';

const [READ, SURVEYED, MADE, WRITTEN] = [0.15, 0.3, 0.85, 0.97];

/**
 * Writes the training rows of a log: `train.jsonl`, `validation.jsonl` and `manifest.json`, all or none.
 * The log is read twice, once to know what was shown at all, once to make rows; neither it nor the rows are ever in memory as a whole.
 * @param analysis a fresh one
 * @throws TrainingExportError, DecisionLogError, LogFaultsError
 */
export async function exportTraining(
  analysis: Analysis,
  options: TrainingExportOptions,
): Promise<ExportManifest> {
  const out = await OutputFolder.open(options.out, inputsOf(options));
  const tell = options.onProgress ?? (() => undefined);
  tell(0, 'reading the log');
  const { file, map, quarantine } = options;
  const log = await openDecisions(analysis, { file, map, quarantine, neededBy: 'training export' });
  const context = await readContext(options.context, await log.memberIds());
  const rule = await splitRuleOf(options, { log, context });
  tell(READ, 'looking what was shown');
  const survey = await surveyOf(log, new LogSurvey(rule, context), tell);
  const rationales = await readRationales(options.rationales);
  const plan: RowPlan = { settings: options.settings, context, survey, rationales };
  try {
    const tally = await makeRows(log, { plan, rule, out, tell });
    const { rowCount, lockedCount, quarantinedCount, notes } = log;
    const manifest = manifestOf(tally, {
      ...(await writeRows(tally, out, tell)),
      ...{ settings: options.settings, rule, holdout: options.holdout ?? null },
      log: { rowCount, lockedCount, quarantinedCount },
      ...{ notTakenScale: survey.notTakenScale, rationales: rationales.kind },
      notes: [...notes, ...notesOn(survey)],
      source: await Promise.all(inputFilesOf(options).map(fingerprinted)),
      ...{ version: options.version, command: options.command, now: options.now },
    });
    await writeFile(out.unfinished('manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await out.finish();
    return manifest;
  } finally {
    await out.clean();
  }
}

type Tell = (fraction: number, doing: string) => void;

async function surveyOf(log: OpenedDecisions, survey: LogSurvey, tell: Tell): Promise<LogSurvey> {
  let done = 0;
  for await (const decisions of log.read('file')) {
    decisions.forEach((decision) => survey.add(decision));
    done += decisions.length;
    tell(READ + ((SURVEYED - READ) * done) / log.decisionCount, 'looking what was shown');
  }
  survey.check();
  return survey;
}

interface RowMaking {
  readonly plan: RowPlan;
  readonly rule: SplitRule;
  readonly out: OutputFolder;
  readonly tell: Tell;
}

async function makeRows(log: OpenedDecisions, making: RowMaking): Promise<ExportTally> {
  const { out } = making;
  const files = {
    train: new DraftFile(out.unfinished('train.jsonl.draft')),
    validation: new DraftFile(out.unfinished('validation.jsonl.draft')),
  };
  try {
    const tally = await draftRows(log, making, files);
    for (const side of SIDES) await files[side].close();
    if (tally.sides.train.rowCount === 0) throw nothingLeft(tally);
    return tally;
  } finally {
    for (const side of SIDES) files[side].destroy();
  }
}

async function draftRows(
  log: OpenedDecisions,
  { plan, rule, tell }: RowMaking,
  files: Readonly<Record<Side, DraftFile>>,
): Promise<ExportTally> {
  const tally = new ExportTally();
  const maker = new RowMaker(plan, rule, {
    row: (side, row) => {
      tally.row(side, row);
      files[side].add(row);
    },
    used: (side, decision) => tally.used(side, decision),
    excluded: (reason, decision) => tally.excluded(reason, decision),
  });
  let done = 0;
  for await (const decisions of log.read(isPreference(plan.settings.recipe) ? 'title' : 'file')) {
    for (const decision of decisions) maker.add(decision);
    for (const side of SIDES) await files[side].drain();
    done += decisions.length;
    tell(SURVEYED + ((MADE - SURVEYED) * done) / log.decisionCount, 'making rows');
  }
  maker.finish();
  return tally;
}

function nothingLeft(tally: ExportTally): TrainingExportError {
  const reasons = tally.exclusions().map(({ what, decisionCount }) => `  ${decisionCount}: ${what}`);
  const used = tally.decisionCount('validation');
  return new TrainingExportError(
    'NO_TRAINING_ROWS',
    ['no decision of the log gives a training row', ...reasons, `  ${used}: validation`].join('\n'),
  );
}

async function writeRows(
  tally: ExportTally,
  out: OutputFolder,
  tell: Tell,
): Promise<{ files: RowFileReport[]; dataFingerprint: string }> {
  const all = createHash('sha256');
  const files: RowFileReport[] = [];
  for (const side of SIDES) {
    tell(side === 'train' ? MADE : WRITTEN, 'writing weights');
    const file = `${side}.jsonl` as const;
    const written = await writeWeighted(out.unfinished(`${file}.draft`), out.unfinished(file), {
      ...{ meanWeight: tally.meanWeight, all },
    });
    files.push({ file, ...written });
  }
  return { files, dataFingerprint: all.digest('hex') };
}

function notesOn({ partialHistoryCount }: LogSurvey): string[] {
  return partialHistoryCount === 0
    ? []
    : [`${partialHistoryCount} decisions know a part of their viewer's history: the rest was watched later`];
}

function inputFilesOf({ file, context, rationales, holdout }: TrainingExportOptions): string[] {
  const beside = Object.values(CONTEXT_FILES).map((name) => path.join(context, name));
  return [file, ...beside, ...[rationales, holdout].filter((one) => one !== undefined)];
}

function inputsOf(options: TrainingExportOptions): string[] {
  return [...inputFilesOf(options), options.context];
}

async function fingerprinted(file: string): Promise<{ file: string; sha256: string }> {
  return { file, sha256: await fingerprintOf(file) };
}
