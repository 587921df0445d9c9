import { InputError } from '@keyart/common';
import type { EncoderBlock } from '@keyart/similarity';
import type { AudienceFit, AudienceModel, UpdateBounds } from './audience-model';
import type { LaunchedTitle, MarketOutcome } from './audience-title';
import { countMarkets } from './count-markets';
import { AUDIENCE_ERROR_CODES } from './errors';
import { packRows, unpackRows, type PackedRows } from './packed-numbers';
import type { BoundsByReach } from './shift-bounds';
import { STACK_FEATURES, type StackFeature } from './stack-feature';

interface BlockFile {
  readonly terms: readonly string[];
  readonly rarity: readonly number[];
  readonly directions: PackedRows;
}

type DonorFile = Omit<LaunchedTitle, 'synopsis' | 'tags' | 'markets'> & {
  /** A character a country: `1`, `0`, `-`. */
  readonly markets: string;
};

/** A model as JSON: numbers, single words, and launches as facts; no synopsis. What can be counted again is not in it. */
export interface AudienceModelFile {
  readonly schema: 'audience-model/1';
  readonly version: string;
  readonly fit: AudienceFit;
  readonly encoder: {
    readonly synopsis: BlockFile;
    readonly facts: BlockFile;
    readonly factsWeight: number;
  };
  readonly countries: readonly string[];
  readonly donors: readonly DonorFile[];
  readonly vectors: PackedRows;
  readonly features: readonly StackFeature[];
  readonly weights: readonly number[];
  readonly calibration: readonly number[];
  readonly bounds: BoundsByReach;
  readonly blindBounds: BoundsByReach;
  readonly update: readonly number[];
  readonly updateBounds: readonly UpdateBounds[];
}

const SCHEMA = 'audience-model/1';
const MARKS: Readonly<Record<string, MarketOutcome>> = { '1': 1, '0': 0, '-': -1 };

function blockFile({ terms, rarity, directions }: EncoderBlock): BlockFile {
  return { terms, rarity: [...rarity], directions: packRows(directions) };
}

function donorFile(donor: LaunchedTitle): DonorFile {
  const { titleId, name, year, genres, people, originCountries } = donor;
  const { isSeries, ageYears, firstWeek, markets } = donor;
  return {
    ...{ titleId, name, year, genres, people, originCountries, isSeries, ageYears, firstWeek },
    markets: markets.map((outcome) => (outcome < 0 ? '-' : String(outcome))).join(''),
  };
}

/** Writes a model down. */
export function audienceModelFile(model: AudienceModel): AudienceModelFile {
  const { version, fit, encoder, core, calibration, bounds, blindBounds, update, updateBounds } = model;
  return {
    ...{ schema: SCHEMA, version, fit },
    encoder: {
      synopsis: blockFile(encoder.synopsis),
      facts: blockFile(encoder.facts),
      factsWeight: encoder.factsWeight,
    },
    countries: core.counts.countries,
    donors: core.counts.donors.map(donorFile),
    ...{ vectors: packRows(core.counts.vectors), features: core.features, weights: Array.from(core.weights) },
    ...{ calibration: Array.from(calibration), bounds, blindBounds },
    ...{ update: Array.from(update), updateBounds },
  };
}

function bad(detail: string, cause?: unknown): InputError {
  return new InputError(AUDIENCE_ERROR_CODES.badModel, `the audience model cannot be used: ${detail}`, {
    cause,
  });
}

function blockOf({ terms, rarity, directions }: BlockFile, name: string): EncoderBlock {
  const rows = unpackRows(directions);
  if (!rows || rows.rowCount !== terms.length || rarity.length !== terms.length)
    throw bad(`encoder.${name} has not one direction a term`);
  return { terms, rarity: Float64Array.from(rarity), directions: rows };
}

function donorOf(donor: DonorFile, countryCount: number): LaunchedTitle {
  const markets = [...donor.markets].map((mark) => MARKS[mark]);
  if (markets.length !== countryCount || markets.some((outcome) => outcome === undefined))
    throw bad(`donor ${donor.titleId} has not one outcome a country`);
  return { ...donor, synopsis: '', tags: [], markets };
}

function checkNumbers(file: AudienceModelFile): void {
  const unknown = file.features.filter((feature) => !STACK_FEATURES.includes(feature));
  if (unknown.length > 0) throw bad(`features this version does not know: ${unknown.join(', ')}`);
  if (file.weights.length !== file.features.length + 1) throw bad('weights has not one weight a feature');
  if (![...file.weights, ...file.calibration, ...file.update].every(Number.isFinite))
    throw bad('weights, calibration and update must be numbers');
}

function modelOf(file: AudienceModelFile): AudienceModel {
  checkNumbers(file);
  const { version, fit, encoder, countries, donors, features, weights } = file;
  const titles = donors.map((donor) => donorOf(donor, countries.length));
  const vectors = unpackRows(file.vectors);
  if (vectors?.rowCount !== titles.length) throw bad('vectors has not one row a donor');
  return {
    ...{ version, fit },
    encoder: {
      synopsis: blockOf(encoder.synopsis, 'synopsis'),
      facts: blockOf(encoder.facts, 'facts'),
      factsWeight: encoder.factsWeight,
    },
    core: { counts: countMarkets({ countries, titles }, vectors, fit.seed), features, weights },
    ...{ calibration: file.calibration, bounds: file.bounds, blindBounds: file.blindBounds },
    ...{ update: file.update, updateBounds: file.updateBounds },
  };
}

/** Reads a model that was written down. @throws InputError `BAD_AUDIENCE_MODEL` that says what does not fit */
export function readAudienceModel(value: unknown): AudienceModel {
  const file = value as AudienceModelFile | null;
  if (file?.schema !== SCHEMA) throw bad(`its schema is not ${SCHEMA}`);
  try {
    return modelOf(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw bad('parts are missing or of another shape', error);
  }
}
