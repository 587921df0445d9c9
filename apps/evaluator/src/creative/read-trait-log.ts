import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isCountryCode } from '@keyart/contracts';
import { InputError } from '@keyart/common';
import type { TitleFacts, TraitDecision } from '@keyart/creative';
import { readFacetChoices, withAnalysis, type FacetChoice } from '@keyart/decision-log';

/** Decisions with traits and what is known of their titles. */
export interface TraitLog {
  readonly file: string;
  readonly decisions: readonly TraitDecision[];
  /** Of titles without a review, of which genres are not known: left out. */
  readonly unknownTitleCount: number;
  readonly leftOutCount: number;
}

const LOG_FILE = /\.(parquet|csv|jsonl|ndjson)$/i;
/** What stands in a log where nothing is known of a picture. */
const NO_TRAITS = ['none', 'unknown'];

/**
 * The decision log in a file, or alone in a folder; traits are the pictures' facets, a take is a reward above 0.
 * @param titles what is known of them, by id
 * @throws InputError naming option, file and rows
 */
export async function readTraitLog(
  given: string,
  titles: ReadonlyMap<string, TitleFacts>,
): Promise<TraitLog> {
  const file = await logFileOf(given);
  const choices = await withAnalysis((analysis) =>
    readFacetChoices(analysis, { file, neededBy: 'lifts of what pictures show' }),
  );
  const unknown = choices.filter(({ titleId }) => !titles.has(titleId));
  return {
    file,
    decisions: choices.flatMap((choice) => {
      const title = titles.get(choice.titleId);
      return title ? [decisionOf(choice, title)] : [];
    }),
    unknownTitleCount: new Set(unknown.map(({ titleId }) => titleId)).size,
    leftOutCount: unknown.length,
  };
}

function decisionOf(choice: FacetChoice, { titleId, genres, microGenres }: TitleFacts): TraitDecision {
  const country = choice.region?.toUpperCase();
  return {
    ...{ titleId, genres, microGenres, member: choice.userId, propensity: choice.propensity },
    country: isCountryCode(country) ? country : null,
    slate: choice.facets.map((facet) => (NO_TRAITS.includes(facet) ? [] : [facet])),
    shownAt: choice.candidates.indexOf(choice.action),
    propensities: choice.candidatePropensities,
    isTaken: choice.reward > 0,
  };
}

async function logFileOf(given: string): Promise<string> {
  const found = await stat(given).catch(() => null);
  if (!found?.isDirectory()) return given;
  const logs = (await readdir(given)).filter((name) => LOG_FILE.test(name));
  if (logs.length === 1) return path.join(given, logs[0]);
  const problem = logs.length === 0 ? 'holds no log' : `holds ${logs.length} (${logs.join(', ')}): name one`;
  throw new InputError('BAD_OPTION', `--log ${given}: ${problem} (.parquet, .csv, .jsonl)`);
}
