import type { Clock } from '@keyart/common';
import type { ArtworkRanker, RankedTitle } from '@keyart/llm';
import type { LabelScores } from '@keyart/ranking';
import { candidateSetHash } from '../candidates/candidate-set-hash';
import type { InlineScorer, InlineScoreRequest } from './inline-scorer';
import type { ScoreWriteBehind } from './score-write-behind';

/** What inline scoring stands on. */
export interface RankerInlineScorerParts {
  readonly ranker: Pick<ArtworkRanker, 'rank' | 'mostArtworkCount' | 'modelVersion'>;
  readonly kept: Pick<ScoreWriteBehind, 'keep'>;
  readonly clock: Clock;
}

/**
 * Inline scoring by the same ranker and prompt that precompute, so that its scores are kept for later pages. A title with more
 * artworks than the ranker takes gets none and costs the page's other titles nothing.
 */
export class RankerInlineScorer implements InlineScorer {
  readonly modelVersion: string;

  constructor(private readonly parts: RankerInlineScorerParts) {
    this.modelVersion = parts.ranker.modelVersion;
  }

  async score(request: InlineScoreRequest): Promise<ReadonlyMap<string, LabelScores>> {
    const { viewer, signal } = request;
    const { ranker } = this.parts;
    const titles = request.titles.filter(({ artworks }) => artworks.length <= ranker.mostArtworkCount);
    const ranked = await ranker.rank({
      memberId: viewer.memberId,
      viewer: { taste: viewer.taste, region: '' },
      titles: titles.map(({ title, artworks }) => ({ titleId: title.titleId, title, artworks })),
      signal,
      priority: 'inline',
    });
    this.keep(request, ranked);
    return new Map(ranked.map((scores) => [scores.titleId, scores]));
  }

  private keep({ viewer, titles }: InlineScoreRequest, ranked: readonly RankedTitle[]): void {
    const hashes = new Map(
      titles.map(({ title, artworks }) => [title.titleId, candidateSetHash(artworks)] as const),
    );
    const rest = {
      memberId: viewer.memberId,
      profileVersion: viewer.taste.version,
      scoredAt: new Date(this.parts.clock.nowMs()),
    };
    this.parts.kept.keep(
      ranked.map((scores) => ({
        ...scores,
        ...rest,
        candidateSetHash: hashes.get(scores.titleId) ?? '',
      })),
    );
  }
}
