import type { SimilarityTitle } from '@keyart/similarity';
import type { World, WorldTitle } from '@keyart/simulation';
import { titleLikeness, type TitleLikeness } from '@keyart/transfer';

function similarityTitle({ titleId, film }: WorldTitle): SimilarityTitle {
  const { name, year, synopsis, genres, keywords, cast } = film;
  return { titleId, name, year, synopsis, genres, tags: keywords, people: cast, originCountries: [] };
}

/** The similarity map and the micro-genres of a world's films, as the service would make them of its catalogue. */
export function worldLikeness({ titles, settings }: World): TitleLikeness {
  return titleLikeness(titles.map(similarityTitle), settings.seed);
}
