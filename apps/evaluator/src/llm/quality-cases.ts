import { readArtworkManifest, readViewerFixtures } from '@keyart/catalog';
import { createRandom, type Random } from '@keyart/common';
import { buildTasteProfile } from '@keyart/features';
import type { QualityCase } from '@keyart/llm';

/** Which cases to read. */
export interface CaseOptions {
  /** Folder with `manifest.json` and `viewers.json`. */
  readonly fixtures: string;
  /** At most so many, drawn with the seed. */
  readonly limit: number;
  readonly seed: string;
}

/** Viewers before titles, in a seeded order: what label quality is measured on. */
export async function readQualityCases({ fixtures, limit, seed }: CaseOptions): Promise<QualityCase[]> {
  const { titles } = await readArtworkManifest(fixtures);
  const viewers = await readViewerFixtures(fixtures);
  const random = createRandom(seed);
  const cases = viewers
    .map((viewer) => ({ taste: buildTasteProfile(viewer.history), region: viewer.surface.region }))
    .flatMap((viewer) =>
      titles.map((title) => ({
        viewer,
        title: { ...title, year: title.year ?? null },
        captions: shuffled(
          title.artworks.filter(({ aspect }) => aspect === '16:9').map(({ caption }) => caption ?? ''),
          random,
        ),
      })),
    );
  return shuffled(cases, random).slice(0, limit);
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((value) => ({ value, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
