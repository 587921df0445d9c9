import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@keyart/common';

/** Of each title, how many artworks of each shape: one title to choose for in the shape that is scored, one that goes without. */
const ARTWORK_COUNTS = [
  { '16:9': 2, '2:3': 1 },
  { '16:9': 1, '2:3': 1 },
] as const;
const VIEWER_COUNT = 1;

interface Shaped {
  readonly aspect: '16:9' | '2:3';
}

interface Manifest {
  readonly titles: readonly { readonly artworks: readonly Shaped[] }[];
}

function rewrite<T>(from: string, to: string, change: (content: T) => object): void {
  writeFileSync(to, JSON.stringify(change(JSON.parse(readFileSync(from, 'utf8')) as T)));
}

function some(artworks: readonly Shaped[], counts: Readonly<Record<Shaped['aspect'], number>>): Shaped[] {
  const of = (aspect: Shaped['aspect']): Shaped[] =>
    artworks.filter((one) => one.aspect === aspect).slice(0, counts[aspect]);
  return [...of('16:9'), ...of('2:3')];
}

/**
 * A part of the fixture catalogue that the embedded model scores for a member in seconds: with the whole of it the queue would
 * be minutes long, and no probe could tell whether the model works. @returns its folder
 */
export function smallCatalogue(home: string): string {
  const fixtures = path.join(projectRoot(), 'artwork-fixtures');
  const folder = path.join(home, 'catalogue');
  mkdirSync(folder);
  symlinkSync(path.join(fixtures, 'pictures'), path.join(folder, 'pictures'));
  const [manifest, viewers] = ['manifest.json', 'viewers.json'];
  rewrite<Manifest>(path.join(fixtures, manifest), path.join(folder, manifest), ({ titles, ...rest }) => ({
    ...rest,
    titles: ARTWORK_COUNTS.map((counts, i) => ({ ...titles[i], artworks: some(titles[i].artworks, counts) })),
  }));
  rewrite<{ viewers: object[] }>(path.join(fixtures, viewers), path.join(folder, viewers), (file) => ({
    ...file,
    viewers: file.viewers.slice(0, VIEWER_COUNT),
  }));
  return folder;
}
