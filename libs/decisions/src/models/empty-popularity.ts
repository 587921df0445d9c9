import type { PopularityModel } from '@keyart/ranking';

/** The popularity of a catalogue nothing is known about: every artwork is as good as any other. */
export const EMPTY_POPULARITY: PopularityModel = {
  version: 'empty',
  globalMean: 0,
  titleMeans: {},
  artworkMeans: {},
};
