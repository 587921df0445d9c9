import type { ArtworkRanker } from '@keyart/llm';
import type { LabelScores } from '@keyart/ranking';
import type { InlineScorer, InlineScoreRequest } from './inline-scorer';

/** Inline scoring by the same ranker that precomputes. */
export class RankerInlineScorer implements InlineScorer {
  constructor(private readonly ranker: Pick<ArtworkRanker, 'rank'>) {}

  async score({
    viewer,
    region,
    titles,
    signal,
  }: InlineScoreRequest): Promise<ReadonlyMap<string, LabelScores>> {
    const ranked = await this.ranker.rank({
      memberId: viewer.memberId,
      viewer: { taste: viewer.taste, region },
      titles: titles.map(({ title, artworks }) => ({ titleId: title.titleId, title, artworks })),
      signal,
      priority: 'inline',
    });
    return new Map(ranked.map((scores) => [scores.titleId, scores]));
  }
}
