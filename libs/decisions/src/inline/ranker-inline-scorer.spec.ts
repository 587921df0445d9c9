import { ManualClock } from '@keyart/common';
import type { ArtworkScoreRecord } from '@keyart/contracts';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import { ArtworkRanker, CHATML_TEMPLATE, type LabelScorer } from '@keyart/llm';
import { RankerInlineScorer } from './ranker-inline-scorer';

const scorer: LabelScorer = {
  modelVersion: 'even@1',
  score: ({ labels }) =>
    Promise.resolve(
      labels.map(({ length }) => ({
        logProbabilities: Array.from({ length }, () => -Math.log(length)),
        labelMass: 1,
        missing: [],
      })),
    ),
  close: () => Promise.resolve(),
};

const title = (titleId: string, artworkCount: number) => ({
  title: {
    ...{ titleId, name: titleId, year: 1948, synopsis: '', genres: [], facets: {}, cast: [] },
    ...{ tags: [], originCountries: [], originalLanguage: null },
    maturity: '12' as const,
  },
  artworks: Array.from({ length: artworkCount }, (_, i) => ({
    ...{ artworkId: `${titleId}/${i}`, captionVersion: 'c1', titleId, facets: {}, caption: `picture ${i}` },
    isEditorialDefault: false,
    look: null,
  })),
});

describe('RankerInlineScorer', () => {
  const build = (formulation: 'choice' | 'pointwise') => {
    const kept: ArtworkScoreRecord[] = [];
    const model = { formulation, historyTokens: 100 };
    const inline = new RankerInlineScorer({
      ranker: new ArtworkRanker({ scorer, model, template: CHATML_TEMPLATE }),
      kept: { keep: (records) => void kept.push(...records) },
      clock: new ManualClock(0),
    });
    const scoredTitles = async (...artworkCounts: number[]): Promise<string[]> => {
      const titles = artworkCounts.map((count) => title(`${count} artworks`, count));
      const viewer = { memberId: 'ada', taste: NEW_VIEWER_TASTE };
      const scores = await inline.score({ viewer, titles, signal: new AbortController().signal });
      return [...scores.keys()];
    };
    return { kept, scoredTitles };
  };

  it('scores a page but for the titles with more artworks than a choice has letters', async () => {
    const { kept, scoredTitles } = build('choice');
    expect(await scoredTitles(2, 27, 26)).toEqual(['2 artworks', '26 artworks']);
    expect(kept.map(({ titleId }) => titleId)).toEqual(['2 artworks', '26 artworks']);
    expect(await scoredTitles(27)).toEqual([]);
  });

  it('scores any number of artworks pointwise', async () => {
    expect(await build('pointwise').scoredTitles(2, 27)).toEqual(['2 artworks', '27 artworks']);
  });
});
