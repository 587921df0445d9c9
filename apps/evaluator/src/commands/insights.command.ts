import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { projectVersion, showProgress, SystemClock } from '@keyart/common';
import { DEFAULT_CLAIMS, judgeClaims, type AnalysedReview, type TitleFacts } from '@keyart/creative';
import type { Command } from 'commander';
import { buildReport } from '../creative/build-report';
import { readClaimsFile } from '../creative/read-claims-file';
import { readReviewFile } from '../creative/read-review-file';
import { readTraitLog } from '../creative/read-trait-log';
import { renderClaims } from '../creative/render-claims';
import { renderCreativeText } from '../creative/render-creative-text';
import { renderCreativeReport } from '../creative/report/render-creative-report';
import { subjectOf, type ReportSubject } from '../creative/scopes-of-report';
import { starredReviews, type StarredSource } from '../creative/starred-reviews';
import { commandLine } from '../evaluation/provenance';
import { prepareOutputFiles } from '../terminal/prepare-output-files';

interface ReportFlags extends ReportSubject {
  readonly reviews: string;
  readonly log?: string;
  readonly out?: string;
  readonly json: boolean;
}

async function runReport({ reviews: file, log: logFile, out, json, ...flags }: ReportFlags): Promise<void> {
  const subject = subjectOf(flags);
  prepareOutputFiles({ out, log: logFile, reviews: file }, ['out']);
  const progress = showProgress('insights');
  const reviews = await readReviewFile(file);
  progress.update(0.2, `${reviews.length} reviews`);
  const log = logFile === undefined ? null : await readTraitLog(logFile, factsOf(reviews));
  progress.update(0.5, log ? `${log.decisions.length} decisions` : '');
  const report = buildReport(reviews, subject, log);
  if (out !== undefined) {
    const fingerprint = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    const createdAt = new Date(new SystemClock().nowMs()).toISOString();
    const origin = { fingerprint, createdAt, reviewFile: file, command: commandLine() };
    await writeFile(out, renderCreativeReport(report, { ...origin, version: projectVersion() }));
  }
  progress.done(out ?? 'read');
  process.stdout.write(`${json ? JSON.stringify(report) : renderCreativeText(report)}\n`);
}

function factsOf(reviews: readonly AnalysedReview[]): ReadonlyMap<string, TitleFacts> {
  return new Map(reviews.map((review) => [review.titleId, review]));
}

interface ClaimsFlags {
  readonly reviews: string;
  readonly claims?: string;
  readonly seed: string;
  readonly json: boolean;
}

async function runClaims({ reviews: file, claims: claimsFile, seed, json }: ClaimsFlags): Promise<void> {
  const claims = claimsFile === undefined ? DEFAULT_CLAIMS : await readClaimsFile(claimsFile);
  const results = judgeClaims(await readReviewFile(file), claims, seed);
  const found = { schema: 'creative-claims/1', label: 'associational', seed, claims: results };
  process.stdout.write(`${json ? JSON.stringify(found) : renderClaims(results)}\n`);
}

interface StarsFlags extends StarredSource {
  readonly out: string;
}

async function runFromStars({ out, ...source }: StarsFlags): Promise<void> {
  prepareOutputFiles({ out, reviews: source.imdb }, ['out']);
  const { lines, reviewCount, titleCount, unknownCount } = await starredReviews(source);
  await writeFile(out, `${lines.join('\n')}\n`);
  process.stdout.write(
    `${out}: ${reviewCount} reviews of ${titleCount} titles; ${unknownCount} of films that MovieLens does not know left out\n`,
  );
}

const REVIEWS_TEXT = 'analysed reviews, a JSON object a line (docs/insights/creative.md)';

/** `keyart insights`. */
export function addInsightsCommands(program: Command): void {
  const insights = program
    .command('insights')
    .description('feedback for creative teams, read out of reviews');
  insights
    .command('report')
    .description('what resonates in a title, genre or micro-genre, with quotes and what its pictures do')
    .requiredOption('--reviews <file>', REVIEWS_TEXT)
    .option('--log <path>', 'decision log with facets of pictures: a file, or a folder that holds one')
    .option('--title <id>', 'about a title')
    .option('--genre <name>', 'or a genre')
    .option('--micro-genre <slug>', 'or a micro-genre')
    .option('--out <file>', 'report as a web page')
    .option('--json', 'print the report as JSON', false)
    .action(runReport);
  insights
    .command('claims')
    .description('whether reviews support what is claimed of groups of genres')
    .requiredOption('--reviews <file>', REVIEWS_TEXT)
    .option('--claims <file>', 'claims as JSON; unset: that dramas stir stronger reactions than comedies')
    .option('--seed <text>', 'draws the bootstrap', 'claims/1')
    .option('--json', 'print what was found as JSON', false)
    .action(runClaims);
  insights
    .command('from-stars')
    .description('reviews with stars in the place of a sentiment engine, to try claims on; keeps their text')
    .requiredOption('--imdb <file>', 'Large Movie Review Dataset as tab-separated lines, .tsv.gz')
    .requiredOption('--movielens <dir>', 'links.csv and movies.csv, for genres')
    .requiredOption('--out <file>', 'gets the rows, JSON lines')
    .action(runFromStars);
}
