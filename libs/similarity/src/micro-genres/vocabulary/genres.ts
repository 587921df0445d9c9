import type { FacetDefinition } from '../facet-definition';

type Entry = Omit<FacetDefinition, 'kind'>;

const GENRES: readonly Entry[] = [
  {
    slug: 'comedies',
    words: 'comedies',
    genres: ['comedy', 'comedies', 'slapstick', 'satire'],
    text: ['comedy film', 'comedy'],
  },
  {
    slug: 'dramas',
    words: 'dramas',
    genres: ['drama', 'dramas', 'tv dramas', 'melodrama'],
    text: ['drama film', 'melodrama'],
  },
  {
    slug: 'thrillers',
    words: 'thrillers',
    genres: ['thriller', 'thrillers', 'suspense'],
    text: ['thriller'],
  },
  {
    slug: 'westerns',
    words: 'westerns',
    genres: ['western', 'westerns'],
    text: ['Western film', 'western film'],
  },
  {
    slug: 'horror-films',
    words: 'horror films',
    genres: ['horror', 'horror movies', 'slasher'],
    text: ['horror film', 'slasher film'],
  },
  {
    slug: 'action-films',
    words: 'action films',
    genres: ['action', 'action & adventure'],
    text: ['action film', 'action thriller', 'action comedy'],
  },
  { slug: 'adventures', words: 'adventures', genres: ['adventure'], text: ['adventure film'] },
  {
    slug: 'musicals',
    words: 'musicals',
    genres: ['musical', 'music', 'music & musicals'],
    text: ['musical film', 'musical comedy'],
  },
  {
    slug: 'documentaries',
    words: 'documentaries',
    genres: ['documentary', 'documentaries'],
    text: ['documentary film', 'documentary'],
  },
  {
    slug: 'romances',
    words: 'romances',
    genres: ['romance', 'romantic movies'],
    text: ['romance film', 'romantic drama'],
  },
  {
    slug: 'crime-films',
    words: 'crime films',
    genres: ['crime', 'gangster', 'crime tv shows'],
    text: ['crime film', 'crime drama', 'gangster film'],
  },
  { slug: 'films-noirs', words: 'films noirs', genres: ['noir', 'film noir'], text: ['film noir'] },
  {
    slug: 'science-fiction',
    words: 'science fiction',
    genres: ['science fiction', 'sci-fi', 'sci-fi & fantasy'],
    text: ['science[ -]fiction'],
  },
  { slug: 'fantasies', words: 'fantasies', genres: ['fantasy'], text: ['fantasy film', 'fantasy'] },
  { slug: 'war-films', words: 'war films', genres: ['war'], text: ['war film', 'war drama'] },
  { slug: 'mysteries', words: 'mysteries', genres: ['mystery'], text: ['mystery film', 'mystery'] },
  { slug: 'animated-films', words: 'animated films', genres: ['animated', 'animation'], text: ['animated'] },
  {
    slug: 'superhero-films',
    words: 'superhero films',
    genres: ['superhero'],
    tags: ['superhero', 'marvel comic', 'dc comics'],
    text: ['superhero film'],
  },
  {
    slug: 'sports-films',
    words: 'sports films',
    genres: ['sports', 'sport'],
    text: ['sports film', 'sports drama', 'sports comedy'],
  },
  { slug: 'spy-films', words: 'spy films', genres: ['spy'], text: ['spy film', 'spy thriller'] },
  { slug: 'disaster-films', words: 'disaster films', genres: ['disaster'], text: ['disaster film'] },
  {
    slug: 'martial-arts-films',
    words: 'martial arts films',
    genres: ['martial arts'],
    tags: ['martial arts', 'kung fu'],
    text: ['martial arts film'],
  },
  {
    slug: 'biographies',
    words: 'biographies',
    genres: ['biography', 'biographical'],
    tags: ['biography'],
    text: ['biographical', 'biopic'],
  },
  { slug: 'short-films', words: 'short films', genres: ['short'], text: ['short film', 'cartoon short'] },
];

/** What a title is: a micro-genre's noun, of which it has exactly one. */
export const GENRE_FACETS: readonly FacetDefinition[] = GENRES.map((entry) => ({ kind: 'genre', ...entry }));
