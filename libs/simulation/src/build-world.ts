import { InputError } from '@keyart/common';
import { SIMULATION_ERROR_CODES } from './errors';
import type { WorldSource } from './source/source';
import { buildTitles } from './titles/build-titles';
import { filmFacets } from './truth/film-facets';
import { TrueTaste } from './truth/true-taste';
import { buildViewers } from './viewers/build-viewers';
import type { World, WorldSettings } from './world';

const FRACTIONS = ['coldTitleFraction', 'heldOutViewerFraction', 'visibleFraction'] as const;

function checkSettings(settings: WorldSettings): void {
  const fault = FRACTIONS.find((name) => !(settings[name] > 0 && settings[name] < 1));
  if (fault) {
    throw new InputError(SIMULATION_ERROR_CODES.badSetting, `${fault} ${settings[fault]} is not in (0, 1)`);
  }
  const [least, most] = settings.knobs.candidateCounts;
  if (!(least >= 2 && most >= least && most <= 40)) {
    throw new InputError(
      SIMULATION_ERROR_CODES.badSetting,
      `candidate counts ${least}–${most} are not within 2–40`,
    );
  }
  for (const name of ['tasteWeight', 'qualityWeight', 'misleadingWeight', 'drift'] as const) {
    const value = settings.knobs[name];
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new InputError(
        SIMULATION_ERROR_CODES.badSetting,
        `${name} ${value} is not a number of at least 0`,
      );
    }
  }
}

/**
 * Viewers, titles, pictures and the truth about them; the same for equal sources and settings.
 * @throws InputError `BAD_WORLD_SETTING` naming it, `EMPTY_WORLD_SOURCE`
 */
export function buildWorld(source: WorldSource, settings: WorldSettings): World {
  checkSettings(settings);
  if (source.films.length === 0 || source.ratings.length === 0) {
    throw new InputError(SIMULATION_ERROR_CODES.emptySource, `${source.name} holds no films or no ratings`);
  }
  const facets = source.films.map(filmFacets);
  const viewers = buildViewers(source, settings);
  const trueTaste = new TrueTaste(
    viewers.map(({ rated }) => rated),
    facets,
  );
  return {
    settings,
    source,
    viewers,
    titles: buildTitles(source, settings, facets),
    filmFacets: facets,
    trueTaste,
  };
}
