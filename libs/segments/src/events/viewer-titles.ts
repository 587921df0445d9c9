import { groupsOf } from '@keyart/common';
import type { AffectEvent } from './affect-event';

/** All that a viewer did with each title, one row a title. */
export interface ViewerTitles {
  readonly viewer: string;
  /** In the order of title ids. */
  readonly titles: readonly AffectEvent[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Of two rows about one title what the later one says, and the earlier one where it is silent. */
function united(earlier: AffectEvent, later: AffectEvent): AffectEvent {
  return {
    ...later,
    polarity: later.polarity ?? earlier.polarity,
    intensity: later.intensity ?? earlier.intensity,
    tones: later.tones.length > 0 ? later.tones : earlier.tones,
    completion: later.completion ?? earlier.completion,
    genres: later.genres.length > 0 ? later.genres : earlier.genres,
    stars: later.stars ?? earlier.stars,
  };
}

/** Two rows of the same moment in an order of their own, so that the order in which rows are given changes nothing. */
function inTime(a: AffectEvent, b: AffectEvent): number {
  return a.atMs - b.atMs || byText(JSON.stringify(a), JSON.stringify(b));
}

/**
 * One row a viewer and title: what somebody writes ten times about one title counts once, the last word on each field.
 * Viewers are in the order of their ids, whatever the order of the rows.
 */
export function titlesOfViewers(events: readonly AffectEvent[]): ViewerTitles[] {
  return groupsOf(events, ({ viewer }) => viewer)
    .map((own) => ({
      viewer: own[0].viewer,
      titles: groupsOf(own, ({ title }) => title)
        .map((same) => [...same].sort(inTime).reduce(united))
        .sort((a, b) => byText(a.title, b.title)),
    }))
    .sort((a, b) => byText(a.viewer, b.viewer));
}
