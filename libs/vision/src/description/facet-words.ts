import type { Facet } from '@keyart/features';

/** How an editor says that a picture suggests a facet; null: lettering is seen and suggests nothing. */
export const FACET_WORDS: Readonly<Record<Facet, string | null>> = {
  action: 'action',
  adventure: 'adventure',
  animals: 'a tale of animals',
  comedy: 'comedy',
  dark: 'a dark mood',
  drama: 'drama',
  ensemble: 'a tale of many people',
  family: 'fun for the family',
  fantasy: 'fantasy',
  friendship: 'friendship',
  lettering: null,
  melancholy: 'quiet sadness',
  mystery: 'mystery',
  romance: 'romance',
  scary: 'horror',
  'science-fiction': 'science fiction',
  spectacle: 'grand spectacle',
  star: 'a star’s portrait',
  war: 'war',
  western: 'the Old West',
  crime: 'crime',
  music: 'music',
  historical: 'a bygone age',
  landscape: 'a sense of place',
};
