import type { TitleRecord } from '@keyart/contracts';
import type { ArtworkDescriptor, ViewerContext } from '@keyart/features';
import type { LabelScores } from '@keyart/ranking';

/** Titles of one viewer that lack LLM scores. */
export interface InlineScoreRequest {
  readonly viewer: ViewerContext;
  /** Each title with its eligible artworks. */
  readonly titles: readonly {
    readonly title: TitleRecord;
    readonly artworks: readonly ArtworkDescriptor[];
  }[];
  /** Aborts when the deadline has passed. */
  readonly signal: AbortSignal;
}

/** Scores titles by the LLM while a request waits. */
export interface InlineScorer {
  /** Whose scores it makes; it is asked only while that model serves. Unset: any. */
  readonly modelVersion?: string;
  /**
   * Title id → scores, for as many of the titles as could be scored.
   * @throws anything when the LLM cannot answer; the page then goes on from the next tier
   */
  score(request: InlineScoreRequest): Promise<ReadonlyMap<string, LabelScores>>;
}
