import type { CatalogueSnapshot } from '@keyart/catalog';
import type { Surface, TitleRecord } from '@keyart/contracts';
import { isEligible, type Candidate } from '@keyart/ranking';
import { candidatesOfTitle } from '../candidates/candidates-of-title';
import { countReasons } from '../candidates/count-reasons';
import type { DescriptorCache } from '../candidates/descriptor-cache';
import type { DecidedTitle, RequestedTitle } from './decision-request';

/** A title that can be decided: at its first place on the page, with all its artworks. */
export interface DecidableTitle {
  readonly place: RequestedTitle;
  readonly title: TitleRecord;
  /** By artwork id, at least one eligible. */
  readonly candidates: readonly Candidate[];
}

/** Why a title cannot be decided. */
export type UndecidableTitle = DecidedTitle & { readonly ok: false };

/** A page's titles, each once. */
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
  readonly descriptors: DescriptorCache;
}

/** Looks every title of the page up, once, with its candidates. */
export function titlesOfPage(question: PageQuestion): PageTitles {
  const decidable: DecidableTitle[] = [];
  const undecidable: UndecidableTitle[] = [];
  const seen = new Set<string>();
  for (const place of question.titles) {
    if (seen.has(place.titleId)) continue;
    seen.add(place.titleId);
    const found = lookUp(place, question);
    if ('ok' in found) undecidable.push(found);
    else decidable.push(found);
  }
  return { decidable, undecidable };
}

function lookUp(place: RequestedTitle, question: PageQuestion): DecidableTitle | UndecidableTitle {
  const { titleId } = place;
  const title = question.snapshot.title(titleId);
  if (!title) return { ok: false, titleId, code: 'unknown-title', detail: 'the catalogue has no such title' };
  const candidates = candidatesOfTitle({ ...question, title });
  if (candidates.some(isEligible)) return { place, title, candidates };
  return { ok: false, titleId, code: 'no-eligible-artwork', detail: countReasons(candidates) };
}
