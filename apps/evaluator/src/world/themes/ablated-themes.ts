import { FACETS, facetShares, LIKED_PERSON } from '@keyart/features';
import { workerReading, type World } from '@keyart/simulation';
import { otherViewer } from '../questions/question';
import {
  answeredThemes,
  newViewerThemes,
  readPictures,
  type ThemeAnswers,
  type Themes,
} from './theme-answers';

/** Pictures read as a worker reads pixels: what reading captions could be at best. */
function readRightly({ titles }: World): Themes['pictures'] {
  return (title) => titles[title].truths.map((truth) => facetShares(workerReading(truth)));
}

/** Viewers by the leanings that lookups are taught: what looking up could be at best. */
function knownRightly({ viewers }: World): Themes['viewer'] {
  return (viewer) => {
    const { facets, people } = viewers[viewer].taste;
    return {
      facets: FACETS.map((facet) => facets[facet] ?? 0),
      people: new Map(people.map((name) => [name, LIKED_PERSON])),
    };
  };
}

/**
 * The model with something kept from it, and with one half of its work done for it.
 * @param bare answers to `bareReadings`; null: that row is left out
 */
export function ablatedThemes(
  world: World,
  given: ThemeAnswers,
  bare: ThemeAnswers | null,
): Readonly<Record<string, Themes>> {
  const { pictures, viewer } = answeredThemes(world, given);
  const nobody = newViewerThemes(given);
  const constant = new Float64Array(FACETS.length).fill(1 / FACETS.length);
  const alike: Themes['pictures'] = (title) => world.titles[title].artworks.map(() => constant);
  return {
    'as served': { pictures, viewer },
    'no history': { pictures, viewer: () => nobody },
    'shuffled history': { pictures, viewer: (at) => viewer(otherViewer(world, at)) },
    'no caption': { pictures: alike, viewer: (at) => ({ ...viewer(at), people: new Map() }) },
    ...(bare && { 'no genres': { pictures: readPictures(world, bare, { withGenres: false }), viewer } }),
    'captions read rightly': { pictures: readRightly(world), viewer },
    'leanings known rightly': { pictures, viewer: knownRightly(world) },
    'both rightly': { pictures: readRightly(world), viewer: knownRightly(world) },
  };
}
