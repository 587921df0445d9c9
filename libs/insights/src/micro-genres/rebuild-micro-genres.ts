import type { Clock, ProgressListener } from '@keyart/common';
import type { MicroGenreMembership } from '@keyart/contracts';
import type { MicroGenresRepository, TitlesRepository } from '@keyart/db';
import { similarityTitleOf, type FoundMicroGenres } from '@keyart/similarity';
import type { MicroGenreFinder } from './find-in-thread';

/** What a rebuild works with. */
export interface RebuildMicroGenresParts {
  readonly titles: Pick<TitlesRepository, 'all'>;
  readonly microGenres: Pick<MicroGenresRepository, 'replace'>;
  readonly find: MicroGenreFinder;
  readonly clock: Clock;
}

/** Which rebuild, and who is told. */
export interface RebuildMicroGenresQuestion {
  /** Names the rebuild, e.g. the map's version. */
  readonly version: string;
  readonly onProgress?: ProgressListener;
}

/** What came of it. */
export interface RebuiltMicroGenres {
  readonly titleCount: number;
  readonly microGenreCount: number;
  /** Share of the titles in a micro-genre, in [0, 1]. */
  readonly coverage: number;
}

const FOUND_FRACTION = 0.8;

/** Of each title in a micro-genre, what says that the micro-genre's facets are true of it. */
function membershipsOf({ microGenres, titles }: FoundMicroGenres): MicroGenreMembership[] {
  const facetsOf = new Map(microGenres.map(({ slug, facets }) => [slug, new Set(facets)]));
  return titles.flatMap(({ titleId, facets, slugs }) =>
    slugs.map((slug) => ({
      ...{ slug, titleId },
      evidence: facets.filter(({ facet }) => facetsOf.get(slug)?.has(facet)),
    })),
  );
}

/** Use case: finds the micro-genres of the whole catalogue anew and names them. The same catalogue gives the same ones. */
export class RebuildMicroGenres {
  constructor(private readonly parts: RebuildMicroGenresParts) {}

  async run({
    version,
    onProgress = () => undefined,
  }: RebuildMicroGenresQuestion): Promise<RebuiltMicroGenres> {
    const { titles, microGenres, find, clock } = this.parts;
    const all = (await titles.all()).map(similarityTitleOf);
    const found = await find(all);
    onProgress(FOUND_FRACTION, 'micro-genres');
    const { coverage } = found;
    const rebuild = { version, rebuiltAt: new Date(clock.nowMs()), titleCount: all.length, coverage };
    await microGenres.replace(rebuild, found.microGenres, membershipsOf(found));
    onProgress(1, 'micro-genres');
    return { titleCount: all.length, microGenreCount: found.microGenres.length, coverage };
  }
}
