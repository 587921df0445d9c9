import { setMaxListeners } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, untilToldToEnd } from '@keyart/common';
import { Option, type Command } from 'commander';
import type { OpenService } from '../open-service';
import { FACET_SOURCES, type FacetSource } from '../world/serve/put-catalogue';
import { renderServe } from '../world/serve/render-serve';
import { serveWorld, type ServeOptions, type ServingPlace } from '../world/serve/serve-world';
import { ServiceClient } from '../world/serve/service-client';
import { machineTime, simulatedTime } from '../world/serve/world-time';
import { readWorld } from '../world/world-files';
import { countOf } from './numeric-option';

interface ServeFlags {
  readonly world: string;
  readonly days: string;
  readonly visitsPerDay: string;
  readonly pageSize: string;
  readonly titles: string;
  readonly facets: FacetSource;
  readonly seed: string;
  readonly url?: string;
  readonly apiKey?: string;
  readonly out?: string;
  readonly json: boolean;
}

const MOST_TITLES_A_PAGE = 200;

function planOf(flags: ServeFlags, worldTitleCount: number): ServeOptions {
  const plan = {
    ...{ seed: flags.seed, facets: flags.facets },
    dayCount: countOf('--days', flags.days),
    visitsPerDay: countOf('--visits-per-day', flags.visitsPerDay),
    pageSize: countOf('--page-size', flags.pageSize),
    titleCount: Math.min(worldTitleCount, countOf('--titles', flags.titles)),
  };
  const most = Math.min(MOST_TITLES_A_PAGE, plan.titleCount);
  if (plan.pageSize > most)
    throw new InputError('BAD_OPTION', `--page-size ${plan.pageSize}: at most ${most} titles`);
  return plan;
}

/** Address and key of the options; null: a service of one's own is to be started. */
function givenService({ url, apiKey }: ServeFlags): { url: string; apiKey: string } | null {
  if (url === undefined && apiKey === undefined) return null;
  if (url === undefined || apiKey === undefined)
    throw new InputError('BAD_OPTION', '--url and --api-key: both, or none for a service of its own');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new InputError('BAD_OPTION', `--url ${url}: must be an address such as http://localhost:3000`);
  return { url, apiKey };
}

/** Told to end, all calls do, and a service of one's own with them. */
async function inPlace<T>(
  flags: ServeFlags,
  openService: OpenService,
  work: (place: ServingPlace) => Promise<T>,
): Promise<T> {
  const given = givenService(flags);
  const ending = new AbortController();
  // Every call in flight listens, and there are more than the ten that Node takes for a leak.
  setMaxListeners(0, ending.signal);
  void untilToldToEnd().then(() => ending.abort());
  if (given)
    return work({ client: new ServiceClient(given.url, given.apiKey, ending.signal), time: machineTime() });
  const { url, apiKey, clock, stop } = await openService();
  try {
    return await work({ client: new ServiceClient(url, apiKey, ending.signal), time: simulatedTime(clock) });
  } finally {
    await stop();
  }
}

async function run(flags: ServeFlags, openService: OpenService): Promise<void> {
  const { out, json } = flags;
  const world = await readWorld(flags.world);
  const options = planOf(flags, world.titles.length);
  if (out !== undefined) await mkdir(path.dirname(out), { recursive: true });
  const print = (item: object): void => void process.stdout.write(`${JSON.stringify(item)}\n`);
  const report = await inPlace(flags, openService, (place) =>
    serveWorld(world, place, { ...options, ...(json && { onDay: print }) }),
  );
  if (out !== undefined) await writeFile(out, `${JSON.stringify(report, null, 2)}\n`);
  if (json) print(report.summary);
  else process.stdout.write(`${renderServe(report)}\n`);
}

/** `keyart world serve`. */
export function addWorldServeCommand(world: Command, openService: OpenService): void {
  world
    .command('serve')
    .description(
      'run the service inside the world: viewers visit, pages and events go over HTTP, the bandit trains each night',
    )
    .requiredOption('--world <dir>', 'made by world build')
    .option('--days <n>', 'days', '5')
    .option('--visits-per-day <n>', 'pages asked for a day', '300')
    .option('--page-size <n>', 'titles of a page', '20')
    .option('--titles <n>', 'the best known titles of the world', '150')
    .addOption(
      new Option('--facets <whose>', 'who says what pictures show: nobody but their captions, or an editor')
        .choices(FACET_SOURCES)
        .default('none'),
    )
    .option('--seed <text>', 'draws visits and takes', 'serve/1')
    .option(
      '--url <url>',
      'a service that runs; left out: one is started on a database of its own, and ended',
    )
    .option('--api-key <key>', 'for --url, with the scopes catalogue, decide, events and admin')
    .option('--out <file>', 'write the report as JSON')
    .option('--json', 'print each day, and the summary, as a line of JSON', false)
    .action((flags: ServeFlags) => run(flags, openService));
}
