import { scaleAmount, type Amount } from './amount';
import { homeShare, understoodShare } from './market';
import type { PlanPart } from './plan-parts';
import { TRACK_KINDS, type Track, type TrackKind } from './track';
import type { LocalisationAssumptions } from './localisation-assumptions';

/** People of a country who are alike: they share a language at home and how they like foreign titles. */
export interface Cell {
  readonly country: string;
  /** ISO 639-1, at home. */
  readonly language: string;
  readonly prefers: TrackKind;
  /** Viewers, if all of these people were served as they like it. */
  readonly weight: Amount;
  /** Share of them that watches with what there is before any work, in [0, 1]. */
  readonly level: number;
}

/** What says who is served by what. */
export interface ServingFacts {
  readonly originalLanguage: string | null;
  readonly existing: readonly Track[];
  readonly assumptions: LocalisationAssumptions;
}

/** The people of a country that a track could serve better than they are; those who speak the title's language at home need none. */
export function cellsOf(part: PlanPart, facts: ServingFacts): Cell[] {
  const home = part.market.languages.filter(({ role }) => role === 'home').map(({ language }) => language);
  return home
    .filter((language) => language !== facts.originalLanguage)
    .sort()
    .flatMap((language) => TRACK_KINDS.map((prefers) => cellOf({ part, language, prefers }, facts)));
}

/** A group before it is weighed. */
interface Group {
  readonly part: PlanPart;
  readonly language: string;
  readonly prefers: TrackKind;
}

function cellOf({ part, language, prefers }: Group, facts: ServingFacts): Cell {
  const { market, watching } = part;
  const share = homeShare(market, language) * market.modes[prefers];
  const ways = facts.existing.map((track) =>
    levelWith(track, { part, language, prefers }, facts.assumptions),
  );
  return {
    ...{ country: market.country, language, prefers },
    weight: scaleAmount(watching, share),
    level: Math.max(levelWithout(part, language, facts), ...ways),
  };
}

/** Share of a group, in [0, 1], that watches with a track: whether it is their language, and their way. */
export function levelWith(track: Track, group: Group, assumptions: LocalisationAssumptions): number {
  const { part, language, prefers } = group;
  const { subtitlesForDubFraction, dubForSubtitlesFraction, secondLanguageFraction } = assumptions;
  const isOwn = track.language === language;
  const speaks = isOwn ? 1 : understoodShare(part.market, track.language) * secondLanguageFraction;
  const otherWay = track.kind === 'subtitle' ? subtitlesForDubFraction : dubForSubtitlesFraction;
  return speaks * (track.kind === prefers ? 1 : otherWay);
}

/** Share of those with a language at home, in [0, 1], that watches the original as it is. */
export function levelWithout(part: PlanPart, language: string, facts: ServingFacts): number {
  const { originalLanguage, assumptions } = facts;
  if (originalLanguage === null) return 0;
  if (originalLanguage === language) return 1;
  return understoodShare(part.market, originalLanguage) * assumptions.withoutHelpFraction;
}
