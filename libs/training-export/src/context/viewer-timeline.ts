import type { HistoryEntry, TrainingViewer } from '@keyart/contracts';
import { buildTasteProfile } from '@keyart/features';
import type { PromptViewer } from '@keyart/llm';

/** Decisions of a viewer lie close in time mostly: more states than this are not kept. */
const KEPT_STATES = 64;

/** A viewer whose history grows: at each moment only what was watched before it is known. */
export class ViewerTimeline {
  readonly memberId: string;
  readonly isHeldOut: boolean;
  private readonly region: string;
  /** Oldest first. */
  private readonly history: readonly HistoryEntry[];
  private readonly states = new Map<number, PromptViewer>();

  constructor({ memberId, region, history, isHeldOut = false }: TrainingViewer) {
    this.memberId = memberId;
    this.isHeldOut = isHeldOut;
    this.region = region;
    this.history = history
      .map((entry) => ({ ...entry, watchedAt: new Date(entry.watchedAt) }))
      .sort((a, b) => a.watchedAt.getTime() - b.watchedAt.getTime());
  }

  /** What was known of the viewer then; the same object as long as nothing new was watched. */
  at(atMs: number): PromptViewer {
    const count = this.countBefore(atMs);
    const known = this.states.get(count);
    if (known) return known;
    const state = { taste: buildTasteProfile(this.history.slice(0, count)), region: this.region };
    if (this.states.size >= KEPT_STATES) this.states.clear();
    this.states.set(count, state);
    return state;
  }

  /** Films watched before a moment, of all. */
  countBefore(atMs: number): number {
    let [from, to] = [0, this.history.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.history[middle].watchedAt.getTime() < atMs) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  get filmCount(): number {
    return this.history.length;
  }
}
