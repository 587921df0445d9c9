import { levelWith, levelWithout, type ServingFacts } from './cells';
import { homeShare } from './market';
import type { PlanPart } from './plan-parts';
import { TRACK_KINDS } from './track';

/** Share of a country's people, in [0, 1], that share a language at home and can follow the title as it stands. */
export function followingShare(part: PlanPart, language: string, facts: ServingFacts): number {
  const { modes } = part.market;
  const without = levelWithout(part, language, facts);
  const levelOf = (prefers: (typeof TRACK_KINDS)[number]): number =>
    Math.max(
      without,
      ...facts.existing.map((track) => levelWith(track, { part, language, prefers }, facts.assumptions)),
    );
  const neither = Math.max(0, 1 - modes.dub - modes.subtitle);
  const level = TRACK_KINDS.reduce((sum, kind) => sum + modes[kind] * levelOf(kind), neither * without);
  return homeShare(part.market, language) * level;
}
