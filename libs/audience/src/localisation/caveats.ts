import { WORK_KINDS } from '@keyart/contracts';
import type { PlanPart } from './plan-parts';
import type { PlanQuestion } from './plan-question';
import { languagesAtHome } from './track-candidates';
import { TRACK_KINDS, trackKey } from './track';

/** What the reader of a plan has to know. */
export function caveatsOf(
  { title, costs, kinds = WORK_KINDS }: PlanQuestion,
  parts: readonly PlanPart[],
): string[] {
  const { originalLanguage, artworkLocales } = title;
  const unpriced = languagesAtHome(parts, { originalLanguage })
    .flatMap((language) => TRACK_KINDS.map((kind) => trackKey({ kind, language })))
    .filter((key) => !costs.has(key));
  return [
    ...(originalLanguage === null
      ? ['The original language is not known: every language counts as one that needs a track.']
      : []),
    ...(artworkLocales.length === 0 && kinds.includes('artwork')
      ? ['No picture is known: no lettering is planned.']
      : []),
    ...(unpriced.length > 0 ? [`Without a price, so not planned: ${unpriced.join(', ')}.`] : []),
    ...(parts.length === 0
      ? ['No country has both a forecast and market data: nothing can be planned.']
      : []),
  ];
}
