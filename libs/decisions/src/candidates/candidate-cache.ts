import type { CatalogueSnapshot } from '@keyart/catalog';
import { HitCounter } from '@keyart/common';
import type { Surface, TitleRecord } from '@keyart/contracts';
import type { Candidate } from '@keyart/ranking';
import { LRUCache } from 'lru-cache';
import { candidatesOfTitle } from './candidates-of-title';
import type { DescriptorCache } from './descriptor-cache';
import { unchangedRights, type TimeSpan } from './unchanged-rights';

/** Titles times kinds of surface kept a snapshot: all of a page's in memory for thousands of titles, some megabytes each thousand. */
const MAX_ENTRY_COUNT = 50_000;

/** Where and when a title's pictures would be shown. */
export interface CandidateQuestion {
  readonly snapshot: CatalogueSnapshot;
  readonly title: TitleRecord;
  readonly surface: Surface;
  readonly nowMs: number;
}

interface Kept extends TimeSpan {
  readonly candidates: readonly Candidate[];
}

/**
 * Candidates of titles, judged once for each kind of surface and asked for again until a right begins or ends; they go
 * with their catalogue snapshot. The same array for the same answer, so that others can keep things by it.
 */
export class CandidateCache {
  /** How often it was asked. */
  readonly counter = new HitCounter();
  private readonly snapshots = new WeakMap<CatalogueSnapshot, LRUCache<string, Kept>>();

  constructor(private readonly descriptors: DescriptorCache) {}

  /** All artworks of the title as candidates, see `candidatesOfTitle`. */
  of(question: CandidateQuestion): readonly Candidate[] {
    const kept = this.keptOf(question.snapshot);
    const key = keyOf(question);
    const known = kept.get(key);
    if (this.counter.count(known !== undefined && holds(known, question.nowMs)))
      return (known as Kept).candidates;
    const candidates = candidatesOfTitle({ ...question, descriptors: this.descriptors });
    const artworks = question.snapshot.artworksOf(question.title.titleId);
    kept.set(key, { candidates, ...unchangedRights(artworks, question.nowMs) });
    return candidates;
  }

  private keptOf(snapshot: CatalogueSnapshot): LRUCache<string, Kept> {
    const known = this.snapshots.get(snapshot);
    if (known) return known;
    const kept = new LRUCache<string, Kept>({ max: MAX_ENTRY_COUNT });
    this.snapshots.set(snapshot, kept);
    return kept;
  }
}

/** All that eligibility reads of a surface. */
function keyOf({ title, surface: { aspect, locale, maturity } }: CandidateQuestion): string {
  return `${title.titleId} ${aspect} ${maturity} ${locale}`;
}

function holds({ fromMs, untilMs }: TimeSpan, nowMs: number): boolean {
  return fromMs <= nowMs && nowMs < untilMs;
}
