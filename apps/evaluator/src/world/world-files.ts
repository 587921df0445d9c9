import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentHash, InputError, messageOf } from '@keyart/common';
import type { TrainingArtwork, TrainingTitle, TrainingViewer } from '@keyart/contracts';
import { FACETS } from '@keyart/features';
import { buildWorld, type World, type WorldSettings, type WorldSource } from '@keyart/simulation';

/** What `world.json` says of a world. */
export interface WorldManifest {
  readonly schema: 'world/1';
  readonly settings: WorldSettings;
  readonly source: string;
  /** Of films and ratings, hex. */
  readonly sourceFingerprint: string;
  readonly counts: Readonly<Record<string, number>>;
}

const [MANIFEST, SOURCE] = ['world.json', 'source.json'] as const;

function countsOf({ viewers, titles, source }: World): Record<string, number> {
  return {
    viewers: viewers.length,
    heldOutViewers: viewers.filter(({ isHeldOut }) => isHeldOut).length,
    titles: titles.length,
    coldTitles: titles.filter(({ isCold }) => isCold).length,
    artworks: titles.reduce((sum, { artworks }) => sum + artworks.length, 0),
    distinctCaptions: new Set(titles.flatMap(({ artworks }) => artworks.map(({ caption }) => caption))).size,
    films: source.films.length,
    ratings: source.ratings.length,
  };
}

function jsonLines(items: readonly object[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

function titleLines({ titles }: World): TrainingTitle[] {
  return titles.map(({ titleId, film: { name, year, genres, synopsis }, isCold }) => ({
    ...{ titleId, name, year, genres, synopsis },
    isHeldOut: isCold,
  }));
}

function artworkLines({ titles }: World): TrainingArtwork[] {
  return titles.flatMap(({ artworks }) =>
    artworks.map(({ artworkId, titleId, caption, isEditorialDefault }) => ({
      ...{ artworkId, titleId, caption, isEditorialDefault },
    })),
  );
}

function viewerLines({ viewers }: World): TrainingViewer[] {
  return viewers.map(({ memberId, history, isHeldOut }) => ({
    ...{ memberId, region: '', isHeldOut },
    history: history.map((entry) => ({ ...entry, watchedAt: entry.watchedAt.toISOString() })),
  }));
}

function truthLines({ titles }: World): object[] {
  return titles.flatMap(({ truths }) =>
    truths.map(({ facets, ...rest }) => ({
      ...rest,
      facets: Object.fromEntries(FACETS.flatMap((name, f) => (facets[f] > 0 ? [[name, facets[f]]] : []))),
    })),
  );
}

/**
 * Writes a world: `world.json` and `source.json`, from which it is built again; `titles.jsonl`, `artworks.jsonl` and
 * `viewers.jsonl`, what a service would know (a context folder of `training export`); `truth/artworks.jsonl`, what it would not.
 */
export async function writeWorld(folder: string, world: World): Promise<WorldManifest> {
  const { settings, source } = world;
  const sourceText = JSON.stringify(source);
  const manifest: WorldManifest = {
    ...{ schema: 'world/1', settings, source: source.name },
    sourceFingerprint: contentHash(sourceText),
    counts: countsOf(world),
  };
  await mkdir(path.join(folder, 'truth'), { recursive: true });
  const files: readonly [string, string][] = [
    [SOURCE, sourceText],
    ['titles.jsonl', jsonLines(titleLines(world))],
    ['artworks.jsonl', jsonLines(artworkLines(world))],
    ['viewers.jsonl', jsonLines(viewerLines(world))],
    ['truth/artworks.jsonl', jsonLines(truthLines(world))],
    [MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`],
  ];
  for (const [name, text] of files) await writeFile(path.join(folder, name), text);
  return manifest;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw new InputError('BAD_WORLD', `${file}: ${messageOf(error)}; make it by keyart world build`, {
      cause: error,
    });
  }
}

/**
 * Builds a written world again.
 * @throws InputError `BAD_WORLD` naming the file: it is not there, of another schema, or its source was changed
 */
export async function readWorld(folder: string): Promise<World> {
  const file = path.join(folder, MANIFEST);
  const manifest = (await readJson(file)) as Partial<WorldManifest>;
  if (manifest.schema !== 'world/1' || !manifest.settings) {
    throw new InputError('BAD_WORLD', `${file}: schema is ${String(manifest.schema)}, not world/1`);
  }
  const source = (await readJson(path.join(folder, SOURCE))) as WorldSource;
  if (contentHash(JSON.stringify(source)) !== manifest.sourceFingerprint) {
    throw new InputError(
      'BAD_WORLD',
      `${path.join(folder, SOURCE)}: is not the source that ${MANIFEST} was made from`,
    );
  }
  return buildWorld(source, manifest.settings);
}
