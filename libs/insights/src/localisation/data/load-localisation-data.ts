import path from 'node:path';
import {
  LOCALISATION_ASSUMPTIONS,
  trackKey,
  type LocalisationAssumptions,
  type Market,
  type TrackCosts,
} from '@keyart/audience';
import { InputError, projectRoot } from '@keyart/common';
import { LOCALISATION_FILES } from './localisation-files';
import type { AssumptionRow } from './localisation-rows';
import { marketsOf, type MarketRows } from './markets-of';
import { readLocalisationRows, type PlacedFault } from './read-localisation-rows';
import { shareFaults } from './share-faults';

/** What plans are made from, besides titles and forecasts. */
export interface LocalisationData {
  /** By country, ascending. */
  readonly markets: ReadonlyMap<string, Market>;
  readonly costs: TrackCosts;
  readonly assumptions: LocalisationAssumptions;
}

/** Where the data lie that come with the project. */
export const LOCALISATION_FOLDER = path.join(projectRoot(), 'models', 'localisation');

const SHOWN_FAULTS = 20;

/**
 * Markets, prices and assumptions of a folder of six files, see its README.
 * @throws InputError `BAD_LOCALISATION_DATA` naming file, row and field of each fault (the first 20)
 */
export async function loadLocalisationData(folder: string = LOCALISATION_FOLDER): Promise<LocalisationData> {
  const { assumptions, costs, ...tables } = await readAll(folder);
  const rows: MarketRows = {
    markets: tables.markets.rows,
    streaming: tables.streaming.rows,
    languages: tables.languages.rows,
    modes: tables.modes.rows,
  };
  const inFiles = [assumptions, costs, ...Object.values(tables)].flatMap(({ faults }) => faults);
  const faults =
    inFiles.length > 0 ? inFiles : [...shareFaults(rows), ...missingAssumptions(assumptions.rows)];
  if (faults.length > 0) throw badData(folder, faults);
  return {
    markets: marketsOf(rows),
    costs: new Map(costs.rows.map((row) => [trackKey(row), row.perMinute])),
    assumptions: Object.fromEntries(
      assumptions.rows.map(({ name, value }) => [name, value]),
    ) as LocalisationAssumptions,
  };
}

async function readAll(folder: string) {
  const [markets, streaming, languages, modes, costs, assumptions] = await Promise.all([
    readLocalisationRows(folder, LOCALISATION_FILES.markets),
    readLocalisationRows(folder, LOCALISATION_FILES.streaming),
    readLocalisationRows(folder, LOCALISATION_FILES.languages),
    readLocalisationRows(folder, LOCALISATION_FILES.modes),
    readLocalisationRows(folder, LOCALISATION_FILES.costs),
    readLocalisationRows(folder, LOCALISATION_FILES.assumptions),
  ]);
  return { markets, streaming, languages, modes, costs, assumptions };
}

function missingAssumptions(rows: readonly AssumptionRow[]): PlacedFault[] {
  const file = LOCALISATION_FILES.assumptions.name;
  const there = new Map(rows.map(({ name, value }, index) => [name, { value, index }]));
  return LOCALISATION_ASSUMPTIONS.flatMap((name) => {
    const row = there.get(name);
    if (!row) return [{ file, place: 'rows', detail: `${name} is missing` }];
    const place = `rows[${row.index}].value`;
    if (name.endsWith('Fraction') && row.value > 1)
      return [{ file, place, detail: `${name} must not be above 1` }];
    if (name === 'runtimeMinutes' && row.value === 0)
      return [{ file, place, detail: `${name} must be above 0` }];
    return [];
  });
}

function badData(folder: string, faults: readonly PlacedFault[]): InputError {
  const shown = faults
    .slice(0, SHOWN_FAULTS)
    .map(({ file, place, detail }) => `${[file, place].join(' ').trim()}: ${detail}`);
  const more = faults.length > SHOWN_FAULTS ? `; and ${faults.length - SHOWN_FAULTS} more` : '';
  return new InputError('BAD_LOCALISATION_DATA', `${folder}: ${shown.join('; ')}${more}`);
}
