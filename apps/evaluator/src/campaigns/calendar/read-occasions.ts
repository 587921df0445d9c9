import path from 'node:path';
import type { Occasion, OccasionRule } from '@keyart/campaigns';
import { describeFault, InputError, projectRoot, readCheckedJson, type FileFault } from '@keyart/common';
import { OccasionsFile, type OccasionRow } from './occasion-row';

/** The calendar that comes with the project; edit it, or give another. */
export const OCCASIONS_FILE = path.join(projectRoot(), 'models', 'calendar', 'occasions.json');

/** An occasion and how its countries are known. */
export interface StatedOccasion extends Occasion {
  readonly basis: OccasionRow['basis'];
}

/** Reads a calendar. @throws InputError `BAD_CALENDAR` naming file, row and field of each fault */
export async function readOccasions(file: string = OCCASIONS_FILE): Promise<StatedOccasion[]> {
  const { value, faults } = await readCheckedJson(file, OccasionsFile);
  const found = faults.length > 0 || !value ? faults : [...repeated(value.rows), ...unsourced(value)];
  if (!value || found.length > 0)
    throw new InputError('BAD_CALENDAR', `${file}: ${found.map(describeFault).join('; ')}`);
  return value.rows.map(({ name, rule, countries, tones, basis }) => ({
    ...{ name, countries, tones, basis },
    rule: { ...rule } as OccasionRule,
  }));
}

function repeated(rows: readonly OccasionRow[]): FileFault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ name, countries }, i) =>
    countries.flatMap((country) => {
      const key = `${name} ${country}`;
      if (seen.has(key))
        return [{ place: `rows[${i}]`, detail: `${name} of ${country} stands there already` }];
      seen.add(key);
      return [];
    }),
  );
}

function unsourced({ rows, sources }: OccasionsFile): FileFault[] {
  return rows.flatMap(({ basis, source }, i) => {
    const isFine = basis === 'law' ? source !== undefined && source in sources : source === undefined;
    const detail =
      basis === 'law' ? `${source} is none of the file's sources` : 'an assumption has no source';
    return isFine ? [] : [{ place: `rows[${i}].source`, detail }];
  });
}
