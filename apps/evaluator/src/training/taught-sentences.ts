import { FACETS, facetsOfGenres } from '@keyart/features';
import type { SourceFilm, World } from '@keyart/simulation';
import type { TaughtText } from '@keyart/training-export';
import { FACET_PROTOTYPES } from '@keyart/vision';

/** Sentences of an article that speak of the making of a film, not of what happens in it. */
const ABOUT_MAKING = /film|direct|star(s|red|ring)\b|box office|award|cast|releas|critic|screenplay|\d{4}/i;
const [FEWEST_CHARACTERS, MOST_CHARACTERS] = [40, 200];
const SENTENCES_PER_FILM = 2;
const KEYWORDS_PER_LINE = 8;
/** Texts of the vocabulary to sentences about films. */
const VOCABULARY_SHARE = 0.5;

function sentencesOf({ synopsis, keywords }: SourceFilm): string[] {
  const told = synopsis.split(/(?<=[.!?])\s+/).filter((sentence) => !ABOUT_MAKING.test(sentence));
  const fitting = told.filter(({ length }) => length >= FEWEST_CHARACTERS && length <= MOST_CHARACTERS);
  const words = keywords.length > 0 ? [`${keywords.slice(0, KEYWORDS_PER_LINE).join(', ')}.`] : [];
  return [...fitting.slice(0, SENTENCES_PER_FILM), ...words];
}

/** What the vocabulary itself says pictures of each facet show, many times over beside the films' sentences. */
function facetTexts(): TaughtText[] {
  return FACETS.flatMap((facet) => {
    const { shows, suggests } = FACET_PROTOTYPES[facet];
    return [...shows, ...suggests].map((text) => ({ text, facets: { [facet]: 1 } }));
  });
}

/** Texts that are no captions: the vocabulary's own, and sentences about films. */
export function taughtSentences(world: World): TaughtText[] {
  const own = facetTexts();
  const told = filmSentences(world);
  const times = Math.max(1, Math.round((told.length * VOCABULARY_SHARE) / own.length));
  return [...told, ...Array.from({ length: times }, () => own).flat()];
}

/** Sentences and keywords of the source's films with the facets that their genres suggest; none of cold titles' films. */
function filmSentences({ source, titles }: World): TaughtText[] {
  const cold = new Set(titles.filter(({ isCold }) => isCold).map(({ film }) => film.filmId));
  return source.films
    .filter(({ filmId }) => !cold.has(filmId))
    .flatMap((film) => sentencesOf(film).map((text) => ({ text, facets: facetsOfGenres(film.genres) })));
}
