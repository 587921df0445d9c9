import { createRandom, pick } from '@keyart/common';
import type { SimilarityTitle } from './similarity-title';

const TOPICS = [
  { genre: 'Horror', tag: 'haunted house', words: 'ghost house night scream cellar curse shadow grave' },
  {
    genre: 'Science Fiction',
    tag: 'space travel',
    words: 'rocket planet robot crew signal orbit alien star',
  },
  { genre: 'Western', tag: 'gunfight', words: 'sheriff ranch horse saloon outlaw desert cattle train' },
  { genre: 'Romance', tag: 'wedding', words: 'love letter kiss summer dance widow garden promise' },
] as const;
const WORDS_A_SYNOPSIS = 14;

/** A title nothing is known of but its name. */
export function someSimilarityTitle(more: Partial<SimilarityTitle> = {}): SimilarityTitle {
  return {
    ...{ titleId: 't', name: 'Untold', year: null, synopsis: '', genres: [], tags: [], people: [] },
    ...{ originCountries: [], ...more },
  };
}

/** Titles of four topics in turn: title i is of topic i mod 4. */
export function someSimilarityTitles(count: number, seed = 'titles'): SimilarityTitle[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const { genre, tag, words } = TOPICS[i % TOPICS.length];
    const told = Array.from({ length: WORDS_A_SYNOPSIS }, () => pick(words.split(' '), random));
    return someSimilarityTitle({
      ...{ titleId: `t${String(i).padStart(4, '0')}`, name: `Film ${i}`, year: 1950 + (i % 60) },
      ...{ synopsis: `The ${told.join(' and the ')}.`, genres: [genre], tags: i % 3 === 0 ? [tag] : [] },
      people: [`Actor ${i % 7}`],
    });
  });
}
