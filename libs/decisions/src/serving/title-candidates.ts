import type { CatalogueSnapshot } from '@keyart/catalog';
import type { Surface, TitleRecord } from '@keyart/contracts';
import { isEligible, type Candidate } from '@keyart/ranking';
import type { CandidateCache } from '../candidates/candidate-cache';
import { countReasons } from '../candidates/count-reasons';
import type { DecidedTitle, Place, RequestedTitle } from './decision-request';

/** A title that can be decided: at its first place on the page, with all its artworks. */
export interface DecidableTitle {
  readonly place: RequestedTitle;
  /** All its places in page order, `place` first. */
  readonly places: readonly Place[];
  readonly title: TitleRecord;
  /** By artwork id, at least one eligible. */
  readonly candidates: readonly Candidate[];
}

/** Why a title cannot be decided. */
export type UndecidableTitle = DecidedTitle & { readonly ok: false };

/** A page's titles, each once, in page order: by row, then by position. */
export interface PageTitles {
  readonly decidable: readonly DecidableTitle[];
  readonly undecidable: readonly UndecidableTitle[];
}

/** Which page. */
export interface PageQuestion {
  readonly snapshot: CatalogueSnapshot;
  readonly titles: readonly RequestedTitle[];
  readonly surface: Surface;
  readonly nowMs: number;
  readonly candidates: CandidateCache;
}

/** Looks every title of the page up, once, with its candidates. */
export function titlesOfPage(question: PageQuestion): PageTitles {
  const decidable: DecidableTitle[] = [];
  const undecidable: UndecidableTitle[] = [];
  for (const places of placesByTitle(question.titles).values()) {
    const found = lookUp(places, question);
    if ('ok' in found) undecidable.push(found);
    else decidable.push(found);
  }
  return { decidable, undecidable };
}

/** Each title's places; titles and places in page order. */
function placesByTitle(
  titles: readonly RequestedTitle[],
): Map<string, [RequestedTitle, ...RequestedTitle[]]> {
  const byTitle = new Map<string, [RequestedTitle, ...RequestedTitle[]]>();
  for (const place of [...titles].sort((a, b) => a.row - b.row || a.position - b.position)) {
    const places = byTitle.get(place.titleId);
    if (places) places.push(place);
    else byTitle.set(place.titleId, [place]);
  }
  return byTitle;
}

function lookUp(
  places: readonly [RequestedTitle, ...RequestedTitle[]],
  question: PageQuestion,
): DecidableTitle | UndecidableTitle {
  const [place] = places;
  const { titleId } = place;
  const title = question.snapshot.title(titleId);
  if (!title) return { ok: false, titleId, code: 'unknown-title', detail: 'the catalogue has no such title' };
  const candidates = question.candidates.of({ ...question, title });
  if (candidates.some(isEligible)) return { place, places, title, candidates };
  return { ok: false, titleId, code: 'no-eligible-artwork', detail: countReasons(candidates) };
}
