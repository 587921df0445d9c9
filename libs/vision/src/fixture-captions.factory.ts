import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import type { FacetStrengths } from '@keyart/contracts';

/** What the fixtures' manifest says of a picture and its title. */
export interface FixtureCaption {
  readonly artworkId: string;
  readonly caption: string;
  readonly facets: FacetStrengths;
  readonly title: {
    readonly titleId: string;
    readonly name: string;
    readonly genres: readonly string[];
    readonly facets: FacetStrengths;
  };
}

interface Manifest {
  readonly titles: readonly (FixtureCaption['title'] & { readonly artworks: readonly FixtureCaption[] })[];
}

/** All pictures of `artwork-fixtures/manifest.json`. */
export function fixtureCaptions(): FixtureCaption[] {
  const file = path.join(projectRoot(), 'artwork-fixtures', 'manifest.json');
  const { titles } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return titles.flatMap((title) => title.artworks.map((artwork) => ({ ...artwork, title })));
}
