import { localisationPlan, type LocalisationPlan } from '@keyart/audience';
import { DependencyError, InputError } from '@keyart/common';
import { ArtworksRepository, createDatabase, TitlesRepository } from '@keyart/db';
import {
  loadLocalisationData,
  LocalisationPlans,
  NO_FORECASTS,
  planQuestion,
  readForecastFile,
} from '@keyart/insights';
import type { Command } from 'commander';
import { planOptions, type PlanFlags } from '../localisation/plan-options';
import { renderPlan } from '../localisation/render-plan';
import type { OpenDatabase } from '../open-database';
import { countOf } from './numeric-option';

async function runPlan(flags: PlanFlags, openDatabase: OpenDatabase): Promise<void> {
  const { title, forecast, limit, json } = flags;
  if ((title === undefined) === (forecast === undefined))
    throw new InputError('BAD_OPTION', '--title, --forecast: give one of them');
  const shownCount = countOf('--limit', limit);
  const plan =
    title === undefined
      ? await planOfFile(forecast ?? '', flags)
      : await planOfTitle(title, flags, openDatabase);
  process.stdout.write(`${json ? JSON.stringify(plan) : renderPlan(plan, shownCount)}\n`);
}

async function planOfFile(file: string, flags: PlanFlags): Promise<LocalisationPlan> {
  const request = planOptions(flags);
  const [{ title, forecast }, data] = await Promise.all([
    readForecastFile(file),
    loadLocalisationData(flags.data),
  ]);
  return localisationPlan({ ...planQuestion({ request, forecast, data }), title });
}

async function planOfTitle(
  titleId: string,
  flags: PlanFlags,
  openDatabase: OpenDatabase,
): Promise<LocalisationPlan> {
  const request = { titleId, ...planOptions(flags) };
  const running = await openDatabase();
  const database = createDatabase(running.url);
  try {
    const outcome = await new LocalisationPlans({
      ...{ titles: new TitlesRepository(database), artworks: new ArtworksRepository(database) },
      forecasts: NO_FORECASTS,
      loadData: () => loadLocalisationData(flags.data),
    }).planOf(request);
    if (outcome.kind === 'planned') return outcome.plan;
    if (outcome.kind === 'unknown-title')
      throw new InputError('UNKNOWN_TITLE', `--title ${titleId}: there is no such title`);
    throw new DependencyError(
      'NO_AUDIENCE_MODEL',
      'there is no audience model: train one, or give --forecast',
      false,
    );
  } finally {
    await database.close();
    await running.stop();
  }
}

/** `keyart localisation plan`. */
export function addLocalisationCommands(program: Command, openDatabase: OpenDatabase): void {
  program
    .command('localisation')
    .description('subtitles, dubs, lettered pictures and campaigns')
    .command('plan')
    .description('what to do to bring a title to people, best value for the money first, with reasons')
    .option('--title <id>', 'a title of the catalogue, by the audience model')
    .option(
      '--forecast <file>',
      'a forecast of its own, without a database, see docs/insights/localisation.md',
    )
    .option('--existing <list>', 'tracks there are already, e.g. dub:de,subtitle:fr', '')
    .option('--budget <money>', 'US dollars; left out: whatever pays')
    .option('--kinds <list>', 'only some of subtitle, dub, campaign, artwork')
    .option('--countries <list>', 'only these countries, e.g. DE,GB')
    .option('--not-offered <list>', 'countries without the right to show it')
    .option('--minutes <n>', 'running time; left out: as assumed')
    .option('--data <dir>', 'markets, prices and assumptions; left out: models/localisation')
    .option('--limit <n>', 'rows shown', '20')
    .option('--json', 'print the whole plan as JSON', false)
    .action((flags: PlanFlags) => runPlan(flags, openDatabase));
}
