import { NEW_VIEWER_TASTE, type ArtworkDescriptor } from '@keyart/features';
import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { CHATML_TEMPLATE } from '../prompt/templates';
import { ArtworkRanker, type RankRequest } from './artwork-ranker';

type Answer = (prompt: string, labels: readonly string[]) => LabelScore;

/** Fails unless told what to answer. */
class ScorerFake implements LabelScorer {
  readonly modelVersion = 'fake';
  readonly requests: LabelScoreRequest[] = [];
  answer: Answer = () => {
    throw new Error('no answer set');
  };

  score(request: LabelScoreRequest): Promise<LabelScore[]> {
    this.requests.push(request);
    return Promise.resolve(request.prompts.map((prompt, i) => this.answer(prompt, request.labels[i])));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const artwork = (artworkId: string): ArtworkDescriptor => ({
  artworkId,
  titleId: 't',
  facets: {},
  caption: `Caption of ${artworkId}`,
  captionVersion: '1',
  isEditorialDefault: false,
  look: null,
});
const title = (titleId: string, artworkIds: readonly string[]) => ({
  titleId,
  title: { name: `Name ${titleId}`, year: 2000, genres: [], synopsis: '' },
  artworks: artworkIds.map(artwork),
});
const request = (titles: RankRequest['titles']): RankRequest => ({
  memberId: 'm1',
  viewer: { taste: NEW_VIEWER_TASTE, region: 'US' },
  titles,
});
const rankerOf = (scorer: LabelScorer, formulation: 'choice' | 'pointwise') =>
  new ArtworkRanker({ scorer, model: { formulation, historyTokens: 150 }, template: CHATML_TEMPLATE });

describe('ArtworkRanker', () => {
  it('pointwise: the value of a candidate is yes minus no of its own prompt', async () => {
    const scorer = new ScorerFake();
    const odds: Record<string, number> = { a: -1, b: 2, c: 0.5 };
    scorer.answer = (prompt) => {
      const id = /Caption of (\w)/.exec(prompt)?.[1] ?? '';
      return {
        logProbabilities: [odds[id] - 3, -3],
        labelMass: id === 'b' ? 0.6 : 0.9,
        missing: id === 'c' ? [' No'] : [],
      };
    };
    const [ranked] = await rankerOf(scorer, 'pointwise').rank(request([title('t', ['a', 'b', 'c'])]));
    expect([...ranked.artworkIds].sort()).toEqual(['a', 'b', 'c']);
    ranked.artworkIds.forEach((id, i) => expect(ranked.values[i]).toBeCloseTo(odds[id], 12));
    expect(ranked).toMatchObject({ labelMass: 0.6, missingLabelCount: 1, formulation: 'pointwise' });
  });

  it('choice: one prompt a title, values are the letters in the order shown', async () => {
    const scorer = new ScorerFake();
    scorer.answer = (_, labels) => ({
      logProbabilities: labels.map((_, i) => -1 - i),
      labelMass: 0.8,
      missing: [],
    });
    const ranked = await rankerOf(scorer, 'choice').rank(
      request([title('t', ['a', 'b', 'c']), title('u', ['d'])]),
    );
    expect(scorer.requests).toHaveLength(1);
    expect(scorer.requests[0].labels).toEqual([['A', 'B', 'C'], ['A']]);
    expect(ranked[0].values).toEqual([-1, -2, -3]);
    const shown = [...scorer.requests[0].prompts[0].matchAll(/^[A-C]\. Caption of (\w)/gm)].map(
      (match) => match[1],
    );
    expect(ranked[0].artworkIds).toEqual(shown);
  });

  it('the order given does not matter, and differs between titles', async () => {
    const scorer = new ScorerFake();
    scorer.answer = (_, labels) => ({ logProbabilities: labels.map(() => -1), labelMass: 1, missing: [] });
    const ranker = rankerOf(scorer, 'choice');
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const [forth] = await ranker.rank(request([title('t', ids)]));
    const [back] = await ranker.rank(request([title('t', [...ids].reverse())]));
    const [other] = await ranker.rank(request([title('u', ids)]));
    expect(back.artworkIds).toEqual(forth.artworkIds);
    expect(other.artworkIds).not.toEqual(forth.artworkIds);
  });

  it('splits long work into calls of at most 64 prompts and keeps titles apart', async () => {
    const scorer = new ScorerFake();
    scorer.answer = (prompt) => ({
      logProbabilities: [-Number(/Caption of (\d+)/.exec(prompt)?.[1]), 0],
      labelMass: 1,
      missing: [],
    });
    const titles = Array.from({ length: 30 }, (_, t) =>
      title(
        `t${t}`,
        Array.from({ length: 5 }, (_, i) => String(t * 5 + i + 1)),
      ),
    );
    const ranked = await rankerOf(scorer, 'pointwise').rank(request(titles));
    expect(scorer.requests.map(({ prompts }) => prompts.length)).toEqual([64, 64, 22]);
    for (const { artworkIds, values } of ranked) expect(values).toEqual(artworkIds.map((id) => -Number(id)));
  });

  it('answers a title without artworks without asking', async () => {
    const [ranked] = await rankerOf(new ScorerFake(), 'choice').rank(request([title('t', [])]));
    expect(ranked).toMatchObject({ artworkIds: [], values: [], missingLabelCount: 0 });
  });

  it('carries model and template in its version', () => {
    const ranker = rankerOf(new ScorerFake(), 'pointwise');
    expect(ranker.modelVersion).toBe(`fake+${ranker.templateVersion}`);
  });
});
