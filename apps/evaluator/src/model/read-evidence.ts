import { readFile } from 'node:fs/promises';
import { InputError, messageOf } from '@keyart/common';
import type { ReleaseEvidence } from '@keyart/contracts';

/** Reports that a release may show. */
export interface EvidenceFiles {
  /** Of `keyart evaluate --json`, the ranker against production. */
  readonly evaluation?: string;
  /** The same on a log of a world in which nobody has a taste. */
  readonly nullEvaluation?: string;
  /** Of `keyart llm report --json`. */
  readonly report?: string;
}

/**
 * What the reports say of a ranker.
 * @throws InputError `BAD_REPORT` naming the file that is no such report
 */
export async function readEvidence(files: EvidenceFiles): Promise<ReleaseEvidence> {
  const { evaluation, nullEvaluation, report } = files;
  return {
    ...(evaluation !== undefined && { liftLowerBound: await liftLowerBound(evaluation) }),
    ...(nullEvaluation !== undefined && { nullLiftLowerBound: await liftLowerBound(nullEvaluation) }),
    ...(report !== undefined && (await qualityOf(report))),
  };
}

/** A log that cannot tell has no interval, which shows nothing. */
async function liftLowerBound(file: string): Promise<number | undefined> {
  const evaluation = await readJson(file);
  if (!('difference' in evaluation)) throw badReport(file, 'is not what `keyart evaluate --json` prints');
  const lower = at(evaluation, 'difference', 'lift', 'interval', '0');
  return typeof lower === 'number' ? lower : undefined;
}

async function qualityOf(file: string): Promise<ReleaseEvidence> {
  const report = await readJson(file);
  const { formulations, servedFormulation } = report;
  if (!Array.isArray(formulations)) throw badReport(file, 'is not what `keyart llm report --json` prints');
  const own: unknown = formulations.find((one: unknown) => at(one, 'formulation') === servedFormulation);
  const measured = {
    labelMass: at(own, 'labelMass', 'mean'),
    flipRate: at(own, 'calibratedFlipRate'),
    pickStability: at(own, 'pickStability'),
    promptMs: report.promptMs,
  };
  return Object.fromEntries(Object.entries(measured).filter(([, value]) => typeof value === 'number'));
}

async function readJson(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw badReport(file, `cannot be read: ${messageOf(error)}`);
  });
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch (error) {
    throw badReport(file, `is no JSON: ${messageOf(error)}`);
  }
}

function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((found, name) => (Object(found) as Record<string, unknown>)[name], value);
}

function badReport(file: string, detail: string): InputError {
  return new InputError('BAD_REPORT', `${file} ${detail}`);
}
