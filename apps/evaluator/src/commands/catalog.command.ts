import {
  BadManifestError,
  importCatalogue,
  openPictureStore,
  type CatalogueImport,
  type ImportReport,
} from '@keyart/catalog';
import {
  describeFault,
  InputError,
  loadConfiguration,
  showProgress,
  type TerminalProgress,
} from '@keyart/common';
import { ArtworksRepository, createDatabase, TitlesRepository } from '@keyart/db';
import { isFacet } from '@keyart/features';
import { PictureFlows, queueOptions } from '@keyart/queue';
import type { Command } from 'commander';
import { renderImportReport } from '../catalog/render-import-report';
import type { OpenDatabase } from '../open-database';

interface ImportOptions {
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly duplicates?: string;
}

function allowsDuplicates(text: string | undefined): boolean {
  if (text === undefined || text === 'allow') return text !== undefined;
  throw new InputError('BAD_OPTION', `--duplicates ${text}: must be allow`);
}

/** With a bar from the first artwork on: what comes before takes no time, or ends in a list of faults. */
async function importWithProgress(options: CatalogueImport): Promise<ImportReport> {
  let progress: TerminalProgress | null = null;
  const onProgress: CatalogueImport['onProgress'] = (fraction, note) =>
    (progress ??= showProgress('import')).update(fraction, note);
  const finish = (note: string): void => progress?.done(note);
  try {
    const report = await importCatalogue({ ...options, onProgress });
    finish(`${report.rows.length} artworks looked at`);
    return report;
  } catch (error) {
    finish('broke off; the same command goes on from there');
    throw error;
  }
}

/** Says every fault there is; the error says how many. */
function tellFaults(error: unknown, { json }: ImportOptions): never {
  if (!(error instanceof BadManifestError)) throw error;
  const { faults } = error;
  if (json) process.stdout.write(`${JSON.stringify({ faults })}\n`);
  else process.stderr.write(faults.map((fault) => `${describeFault(fault)}\n`).join(''));
  throw new InputError(
    error.code,
    `the manifest is at fault in ${faults.length} places; nothing was imported`,
  );
}

async function runImport(
  directory: string,
  options: ImportOptions,
  openDatabase: OpenDatabase,
): Promise<void> {
  const configuration = loadConfiguration();
  const choices = { isDryRun: options.dryRun, allowsDuplicates: allowsDuplicates(options.duplicates) };
  const running = await openDatabase();
  const database = createDatabase(running.url);
  const flows = new PictureFlows(
    queueOptions({ queueUrl: configuration.QUEUE_URL, databaseUrl: running.url }),
  );
  try {
    const report = await importWithProgress({
      ...{ directory, isFacet, ...choices },
      repositories: { titles: new TitlesRepository(database), artworks: new ArtworksRepository(database) },
      store: openPictureStore(configuration),
      fetch: { allowedHosts: configuration.PICTURE_FETCH_ALLOWED_HOSTS },
      onPictureStored: async (artworkId) => void (await flows.start(artworkId, 'bulk')),
    }).catch((error: unknown) => tellFaults(error, options));
    process.stdout.write(`${options.json ? JSON.stringify(report) : renderImportReport(report)}\n`);
    const { refused } = report.artworks;
    if (refused > 0) throw new InputError('ROWS_REFUSED', `artworks refused: ${refused}`);
  } finally {
    await flows.close();
    await database.close();
    await running.stop();
  }
}

/** `keyart catalog import`. */
export function addCatalogCommands(program: Command, openDatabase: OpenDatabase): void {
  program
    .command('catalog')
    .description('titles and their pictures')
    .command('import')
    .description('titles, artworks and pictures of a folder; what is stored already is passed over')
    .argument('<dir>', 'folder with manifest.json, see docs/guides/add-your-artwork.md')
    .option('--dry-run', 'look at everything and say what would change', false)
    .option('--duplicates <allow>', 'take pictures that another artwork of the title has in that aspect')
    .option('--json', 'print what became of each artwork as JSON on standard output', false)
    .action((directory: string, options: ImportOptions) => runImport(directory, options, openDatabase));
}
