import type { WorldRanker } from './world-ranker';

/** Scores that were made before, by viewer and title: a ranker whose every answer costs too much to ask for twice. */
export class ScoredPairs {
  private readonly scores = new Map<string, Float64Array>();

  /** Pairs there are scores for. */
  get count(): number {
    return this.scores.size;
  }

  /** @param scores `[K]` */
  set(viewer: number, title: number, scores: Float64Array): void {
    this.scores.set(`${viewer}/${title}`, scores);
  }

  /** `[K]`, or null. */
  get(viewer: number, title: number): Float64Array | null {
    return this.scores.get(`${viewer}/${title}`) ?? null;
  }

  /** Answers where there are scores. */
  ranker(name: string): WorldRanker {
    return { name, scores: (viewer, title) => this.get(viewer, title) };
  }
}
