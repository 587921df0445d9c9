import { FACETS, NEW_VIEWER_TASTE } from '@keyart/features';
import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { CHATML_THEMES_TEMPLATE } from '../prompt/templates';
import { ArtworkRanker, type RankRequest } from './artwork-ranker';
import { scoreThroughThemes, themeShares, viewerThemes } from './through-themes';

const shown = (prompt: string): string => /Picture: ([^\n]*)\. Answer:$/.exec(prompt)?.[1] ?? '';

/** Sees a western in hats and scares in graves; says of viewers what their examples say. */
class PlainScorer implements LabelScorer {
  readonly modelVersion = 'plain';
  readonly asked: string[] = [];

  score({ prompts, labels }: LabelScoreRequest): Promise<LabelScore[]> {
    this.asked.push(...prompts);
    return Promise.resolve(
      prompts.map((prompt, i) => ({
        ...{ labelMass: 0.97, missing: [] },
        logProbabilities: labels[i].map((label) => this.logProbability(prompt, label.trim())),
      })),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private logProbability(prompt: string, label: string): number {
    const caption = shown(prompt);
    if (label === 'Yes' || label === 'No') {
      const answer = new RegExp(`Picture: ${caption}\\. Answer: (\\w+)`).exec(prompt)?.[1] ?? 'Maybe';
      return answer === label ? -0.1 : -2.1;
    }
    const seen = caption.includes('hat') ? 'western' : 'scary';
    return seen === label ? -0.2 : -6;
  }
}

const artwork = (artworkId: string, caption: string): RankRequest['titles'][number]['artworks'][number] => ({
  ...{ artworkId, titleId: 't', caption, captionVersion: 'v', facets: {}, look: null },
  isEditorialDefault: false,
});
const TASTE = {
  ...NEW_VIEWER_TASTE,
  ...{ version: 'v', historyCount: 5, facets: { western: 0.5, scary: -0.5 }, people: ['Ann Lee'] },
};
const REQUEST: RankRequest = {
  ...{ memberId: 'm', viewer: { taste: TASTE, region: '' } },
  titles: [
    {
      ...{ titleId: 't', title: { name: 'T', year: null, genres: [], synopsis: '' } },
      artworks: [
        artwork('a', 'A grave opens'),
        artwork('b', 'A man in a hat'),
        artwork('c', 'Ann Lee in a hat'),
      ],
    },
  ],
};

describe('a ranker that asks through themes', () => {
  const make = (): { scorer: PlainScorer; ranker: ArtworkRanker } => {
    const scorer = new PlainScorer();
    const model = { formulation: 'pointwise', historyTokens: 0, synopsisTokens: 0 } as const;
    return { scorer, ranker: new ArtworkRanker({ scorer, model, template: CHATML_THEMES_TEMPLATE }) };
  };

  it('ranks by what captions show to the model and what it says of the viewer', async () => {
    const { ranker } = make();
    const [ranked] = await ranker.rank(REQUEST);
    const [grave, hat, ann] = ranked.values;
    expect(ranked.artworkIds).toEqual(['a', 'b', 'c']);
    expect(ranked).toMatchObject({ formulation: 'pointwise', labelMass: 0.97, missingLabelCount: 0 });
    expect(hat).toBeGreaterThan(grave);
    expect(ann).toBeGreaterThan(hat);
  });

  it('asks for a caption once for all viewers and for a viewer once for all titles', async () => {
    const { scorer, ranker } = make();
    await ranker.rank(REQUEST);
    expect(scorer.asked).toHaveLength(3 + FACETS.length + 1);
    expect(scorer.asked.filter((prompt) => prompt.includes('Viewer'))).toHaveLength(FACETS.length + 1);
    await ranker.rank(REQUEST);
    expect(scorer.asked).toHaveLength(3 + FACETS.length + 1);
    await ranker.rank({ ...REQUEST, viewer: { taste: { ...TASTE, people: [] }, region: '' } });
    expect(scorer.asked).toHaveLength(3 + FACETS.length + 1 + FACETS.length);
  });

  it('answers a page without artworks without asking', async () => {
    const { scorer, ranker } = make();
    const [empty] = await ranker.rank({ ...REQUEST, titles: [{ ...REQUEST.titles[0], artworks: [] }] });
    expect(empty).toMatchObject({ values: [], labelMass: 1 });
    expect(scorer.asked).toEqual([]);
  });
});

describe('scoreThroughThemes', () => {
  it('is the mean log-odds over what is seen, and more for a known face', () => {
    const logOdds = [...FACETS.map((facet) => (facet === 'western' ? 2 : 0)), 3];
    const viewer = viewerThemes(['Ann Lee'], logOdds);
    const shares = themeShares(FACETS.map((facet) => (facet === 'western' ? Math.log(23) : 0)));
    expect(scoreThroughThemes(shares, viewer, 'A hat')).toBeCloseTo(1, 12);
    expect(scoreThroughThemes(shares, viewer, 'Ann Lee, a hat')).toBeCloseTo(1 + 3 - 2 / FACETS.length, 12);
  });
});
