import { readFile } from 'node:fs/promises';
import { messageOf } from '@keyart/common';
import { DecisionLogError } from '../errors';
import { HOLDOUT_SPLIT_VERSION, type HoldoutSplit } from './holdout-split';

const FIELDS: Readonly<Record<keyof HoldoutSplit, (value: unknown) => string | null>> = {
  version: (value) => (value === HOLDOUT_SPLIT_VERSION ? null : `must be ${HOLDOUT_SPLIT_VERSION}`),
  salt: (value) => (typeof value === 'string' && value !== '' ? null : 'must be a text'),
  memberShare: (value) =>
    typeof value === 'number' && value > 0 && value < 1 ? null : 'must be a number in (0, 1)',
  from: (value) =>
    typeof value === 'string' && Number.isFinite(Date.parse(value)) ? null : 'must be a time',
};

/**
 * The split of a holdout, from the manifest beside it.
 * @throws DecisionLogError `BAD_HOLDOUT_MANIFEST` naming file and field
 */
export async function readHoldoutSplit(file: string): Promise<HoldoutSplit> {
  const bad = (detail: string, cause?: unknown): DecisionLogError =>
    new DecisionLogError('BAD_HOLDOUT_MANIFEST', `${file}: ${detail}`, { cause });
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw bad(`cannot be read (${messageOf(cause)})`, cause);
  });
  const split = splitIn(text);
  if (split === null) throw bad('is no JSON with the field split');
  for (const [field, faultOf] of Object.entries(FIELDS)) {
    const fault = faultOf(split[field]);
    if (fault !== null) throw bad(`split.${field} ${fault}, not ${JSON.stringify(split[field])}`);
  }
  return split as unknown as HoldoutSplit;
}

function splitIn(text: string): Record<string, unknown> | null {
  try {
    const { split } = JSON.parse(text) as { split?: unknown };
    return typeof split === 'object' && split !== null ? (split as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
