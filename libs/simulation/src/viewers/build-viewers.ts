import { groupsOf, hash32 } from '@keyart/common';
import type { HistoryEntry } from '@keyart/contracts';
import { buildTasteProfile } from '@keyart/features';
import type { SourceFilm, SourceRating, WorldSource } from '../source/source';
import type { WorldSettings } from '../world';
import type { WorldViewer } from './world-viewer';

const MOST_PEOPLE = 4;

function entryOf({ name, year, genres, cast }: SourceFilm, { stars, atMs }: SourceRating): HistoryEntry {
  const people = cast.slice(0, MOST_PEOPLE);
  return { title: name, year, genres, people, rating: stars, watchedAt: new Date(atMs) };
}

function inTime(a: SourceRating, b: SourceRating): number {
  return a.atMs - b.atMs || (a.filmId < b.filmId ? -1 : 1);
}

/** A share of the ids, the same for equal seeds whatever else there is. */
export function isDrawnOut(id: string, fraction: number, salt: string): boolean {
  return hash32(`${salt}/${id}`, 0) / 2 ** 32 < fraction;
}

/** Viewers by id: the service sees the first part of their ratings, the truth all of them. */
export function buildViewers(source: WorldSource, settings: WorldSettings): WorldViewer[] {
  const filmAt = new Map(source.films.map(({ filmId }, i) => [filmId, i]));
  const byViewer = groupsOf(source.ratings, ({ viewerId }) => viewerId);
  return byViewer
    .sort(([a], [b]) => (a.viewerId < b.viewerId ? -1 : 1))
    .map((ratings) => {
      const { viewerId } = ratings[0];
      const ordered = [...ratings].sort(inTime);
      const visible = ordered.slice(0, Math.ceil(ordered.length * settings.visibleFraction));
      const placeOf = ({ filmId }: SourceRating): number => filmAt.get(filmId) ?? -1;
      const history = visible.map((rating) => entryOf(source.films[placeOf(rating)], rating));
      return {
        memberId: `viewer-${viewerId}`,
        isHeldOut: isDrawnOut(viewerId, settings.heldOutViewerFraction, `${settings.seed}/held-out`),
        history,
        taste: buildTasteProfile(history),
        visibleFilms: new Set(visible.map(placeOf)),
        rated: ordered.map((rating) => ({ film: placeOf(rating), stars: rating.stars })),
        visibleUntilMs: visible.at(-1)?.atMs ?? 0,
      };
    });
}
