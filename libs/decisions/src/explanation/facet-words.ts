import type { Facet } from '@keyart/features';

/** How a facet of taste is said to a viewer: “you love …”. */
export const FACET_WORDS: Readonly<Record<Facet, string>> = {
  action: 'action',
  adventure: 'adventure',
  animals: 'animals',
  comedy: 'comedy',
  dark: 'dark stories',
  drama: 'drama',
  ensemble: 'ensemble casts',
  family: 'family films',
  fantasy: 'fantasy',
  friendship: 'friendship',
  lettering: 'bold lettering',
  melancholy: 'melancholy',
  mystery: 'mystery',
  romance: 'romance',
  scary: 'horror',
  'science-fiction': 'science fiction',
  spectacle: 'spectacle',
  star: 'star faces',
  war: 'war films',
  western: 'westerns',
  crime: 'crime',
  music: 'music',
  historical: 'history',
  landscape: 'wide landscapes',
};
