import path from 'node:path';
import { readCheckedJson, type FileFault } from '@keyart/common';
import type { LocalisationFile, LocalisationFileKind } from './localisation-files';
import type { StatedRow } from './stated-row';

/** A fault and its file. */
export interface PlacedFault extends FileFault {
  /** Name in the folder. */
  readonly file: string;
}

/** Rows of a file; fit to use only where there are no faults. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  readonly faults: readonly PlacedFault[];
}

/** Reads a file's rows: each must fit its class, be there once, and say where its figure comes from. */
export async function readLocalisationRows<Row extends StatedRow>(
  folder: string,
  { name, type, keyOf }: LocalisationFileKind<Row>,
): Promise<ReadRows<Row>> {
  const { value, faults } = await readCheckedJson(path.join(folder, name), type);
  const found = faults.length > 0 || !value ? faults : [...repeated(value.rows, keyOf), ...unsourced(value)];
  return { rows: value?.rows ?? [], faults: found.map((fault) => ({ ...fault, file: name })) };
}

function repeated<Row>(rows: readonly Row[], keyOf: (row: Row) => string): FileFault[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    const first = seen.get(key);
    if (first === undefined) return (seen.set(key, index), []);
    return [{ place: `rows[${index}]`, detail: `${key} stands in rows[${first}] already` }];
  });
}

function unsourced({ rows, sources }: LocalisationFile<StatedRow>): FileFault[] {
  const empty = Object.entries(sources)
    .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
    .map(([key]) => ({ place: `sources.${key}`, detail: 'must say what the source is, with year' }));
  const wrong = rows.flatMap(({ basis, source }, index) => {
    const place = `rows[${index}].source`;
    if (basis === 'assumption')
      return source === undefined ? [] : [{ place, detail: 'is named, but the basis is assumption' }];
    return Object.hasOwn(sources, source ?? '')
      ? []
      : [{ place, detail: `${source} is none of the file’s sources` }];
  });
  return [...empty, ...wrong];
}
