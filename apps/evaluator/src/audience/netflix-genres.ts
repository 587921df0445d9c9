/** What Netflix's shelves mean in genres; shelves of a kind, language or market (`International TV Shows`) mean none. */
const SHELVES: Readonly<Record<string, readonly string[]>> = {
  'action & adventure': ['action', 'adventure'],
  'anime features': ['anime'],
  'anime series': ['anime'],
  'children & family movies': ['children'],
  'classic & cult tv': ['classic'],
  'classic movies': ['classic'],
  comedies: ['comedy'],
  'crime tv shows': ['crime'],
  'cult movies': ['cult'],
  documentaries: ['documentary'],
  docuseries: ['documentary'],
  dramas: ['drama'],
  'faith & spirituality': ['faith'],
  'horror movies': ['horror'],
  'independent movies': ['independent'],
  "kids' tv": ['children'],
  'lgbtq movies': ['lgbtq'],
  'music & musicals': ['musical'],
  'reality tv': ['reality'],
  'romantic movies': ['romance'],
  'romantic tv shows': ['romance'],
  'sci-fi & fantasy': ['sci-fi', 'fantasy'],
  'science & nature tv': ['documentary', 'nature'],
  'sports movies': ['sport'],
  'stand-up comedy': ['comedy', 'stand-up'],
  'stand-up comedy & talk shows': ['comedy', 'stand-up'],
  'teen tv shows': ['teen'],
  thrillers: ['thriller'],
  'tv action & adventure': ['action', 'adventure'],
  'tv comedies': ['comedy'],
  'tv dramas': ['drama'],
  'tv horror': ['horror'],
  'tv mysteries': ['mystery'],
  'tv sci-fi & fantasy': ['sci-fi', 'fantasy'],
  'tv thrillers': ['thriller'],
};

/** Genres of Netflix's `listed_in`, as catalogues write them. */
export function netflixGenres(listedIn: string): string[] {
  const shelves = listedIn.split(',').map((shelf) => shelf.trim().toLowerCase());
  return [...new Set(shelves.flatMap((shelf) => SHELVES[shelf] ?? []))];
}
