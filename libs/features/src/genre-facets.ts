import { FACETS, type Facet, type FacetWeights } from './facets';

/**
 * What a genre says about the facets a viewer met, in [0, 1]. The genre's own facet has strength 1; neighbours that it
 * implies often but not always have .3–.6. Keys are genre names reduced by `genreKey`.
 */
export const GENRE_FACETS: Readonly<Record<string, FacetWeights>> = {
  action: { action: 1, spectacle: 0.5 },
  adventure: { adventure: 1, landscape: 0.4, spectacle: 0.3 },
  animation: { family: 0.6, fantasy: 0.3, animals: 0.3 },
  biography: { drama: 0.6, historical: 0.6, star: 0.4 },
  children: { family: 1, friendship: 0.5, animals: 0.4 },
  comedy: { comedy: 1, friendship: 0.3, ensemble: 0.3 },
  crime: { crime: 1, dark: 0.5 },
  documentary: { landscape: 0.4, historical: 0.4 },
  drama: { drama: 1, melancholy: 0.3 },
  fantasy: { fantasy: 1, spectacle: 0.4, adventure: 0.3 },
  filmnoir: { dark: 1, crime: 0.8, melancholy: 0.4, mystery: 0.4 },
  history: { historical: 1, drama: 0.4 },
  horror: { scary: 1, dark: 0.7 },
  musical: { music: 1, spectacle: 0.3 },
  mystery: { mystery: 1, dark: 0.3 },
  romance: { romance: 1, drama: 0.3 },
  sciencefiction: { 'science-fiction': 1, spectacle: 0.5 },
  sport: { drama: 0.4, friendship: 0.4, ensemble: 0.3 },
  superhero: { action: 0.8, spectacle: 0.8, 'science-fiction': 0.4, star: 0.3 },
  thriller: { dark: 0.5, mystery: 0.5, crime: 0.4, action: 0.3 },
  war: { war: 1, historical: 0.5, drama: 0.3 },
  western: { western: 1, landscape: 0.5, historical: 0.3 },
};

/** Other catalogues' names (TMDB, Wikipedia, TV) for the same genres, reduced by `genreKey`. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  actionadventure: ['action', 'adventure'],
  animated: ['animation'],
  anime: ['animation'],
  biographical: ['biography'],
  blackcomedy: ['comedy', 'crime'],
  childrens: ['children'],
  epic: ['history', 'adventure'],
  family: ['children'],
  historical: ['history'],
  kids: ['children'],
  martialarts: ['action'],
  music: ['musical'],
  noir: ['filmnoir'],
  romanticcomedy: ['romance', 'comedy'],
  romanticdrama: ['romance', 'drama'],
  scififantasy: ['sciencefiction', 'fantasy'],
  scifi: ['sciencefiction'],
  sports: ['sport'],
  spy: ['thriller', 'action'],
  supernatural: ['horror', 'fantasy'],
  suspense: ['thriller'],
  swashbuckler: ['adventure', 'history'],
  warpolitics: ['war'],
};

/** A genre name without case, accents, spaces and punctuation: `Sci-Fi` → `scifi`. */
export function genreKey(genre: string): string {
  return genre
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** One name for each genre whatever the catalogue calls it: `Sci-Fi & Fantasy` → `sciencefiction`, `fantasy`; a name in another script stays. */
export function genreKeys(genres: readonly string[]): string[] {
  const keys = genres.flatMap((genre) => {
    const key = genreKey(genre) || genre.trim().toLowerCase();
    return SYNONYMS[key] ?? [key];
  });
  return [...new Set(keys)].filter((key) => key !== '');
}

/**
 * Facets that a film of these genres shows, each in (0, 1]: the largest strength any of the genres gives.
 * Genres outside the table say nothing.
 * @param genres names as MovieLens, TMDB or Wikipedia write them
 */
export function facetsOfGenres(genres: readonly string[]): FacetWeights {
  const known = genres.map(genreKey).flatMap((key) => SYNONYMS[key] ?? [key]);
  const tables = known.filter((key) => Object.hasOwn(GENRE_FACETS, key)).map((key) => GENRE_FACETS[key]);
  const strongest = (facet: Facet): number => Math.max(0, ...tables.map((table) => table[facet] ?? 0));
  return Object.fromEntries(
    FACETS.map((facet) => [facet, strongest(facet)] as const).filter(([, strength]) => strength > 0),
  );
}
