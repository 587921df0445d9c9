import type { AudienceTitle } from '@keyart/audience';
import type { TitleRecord } from '@keyart/contracts';
import { genreKeys } from '@keyart/features';

/** Catalogues say by genre or keyword that a title is a series; what does not say so is a film. */
const SERIES = /\b(tv|series|mini-?series|docuseries|sitcom|season)\b/iu;

/** A title of the catalogue as forecasts read it. @param on the day forecast for; its age counts from it */
export function audienceTitleOf(title: TitleRecord, on: Date): AudienceTitle {
  const { titleId, name, year, synopsis, genres, tags, originCountries } = title;
  return {
    ...{ titleId, name, year, synopsis, tags, originCountries },
    genres: genreKeys(genres),
    people: [...title.cast].sort((a, b) => a.billing - b.billing).map((person) => person.name),
    isSeries: [...genres, ...tags].some((word) => SERIES.test(word)),
    ageYears: year === null ? null : Math.max(0, on.getUTCFullYear() - year),
  };
}
