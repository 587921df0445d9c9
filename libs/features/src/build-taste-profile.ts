import { contentHash } from '@keyart/common';
import type { HistoryEntry } from '@keyart/contracts';
import { facetLeanings } from './facet-leanings';
import { avoidedGenres, favouriteEras, favouriteFilms, favouritePeople } from './favourites';
import { NEW_VIEWER_TASTE, type TasteProfile } from './taste-profile';
import { weighHistory } from './weigh-history';

const VERSION_LENGTH = 16;

/**
 * The taste profile of a history: a pure function of the set of entries, equal to the last bit in whatever order they come.
 * Ratings count relative to the viewer's own mean (see `weighHistory`), facets come from genres (see `facetLeanings`).
 * @param history films seen, with stars in [0.5, 5]; empty gives `NEW_VIEWER_TASTE`
 * @throws InputError `BAD_HISTORY` naming the entry
 */
export function buildTasteProfile(history: readonly HistoryEntry[]): TasteProfile {
  if (history.length === 0) return NEW_VIEWER_TASTE;
  const weighed = weighHistory(history);
  const content = {
    historyCount: weighed.length,
    facets: facetLeanings(weighed),
    ...favouriteFilms(weighed),
    avoids: avoidedGenres(weighed),
    people: favouritePeople(weighed),
    eras: favouriteEras(weighed),
  };
  return { version: contentHash(JSON.stringify(content), VERSION_LENGTH), ...content };
}
