import { greedy } from '../exploration/greedy.policy';
import { squareCb } from '../exploration/square-cb.policy';
import { barred, candidateOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { pageComposition } from './page-composition.combinator';
import { stickiness } from './stickiness.combinator';

const inner = squareCb(fixedScorer({ a: 0.3, b: 0.2, c: 0.1 }), { gamma: 10 });
const policy = pageComposition(inner, { similarityThreshold: 0.9, damping: 0.1 });
const kiss = { facets: { romance: 1 }, caption: 'two lovers kiss under a red umbrella' };
const rider = { facets: { western: 1 }, caption: 'a lone rider at dusk' };
const city = { facets: { 'science-fiction': 1 }, caption: 'towers of glass at night' };
const candidates = [candidateOf('a', kiss), candidateOf('b', rider), candidateOf('c', city)];
const beside = (...pictures: object[]) =>
  contextOf({ neighbours: pictures.map((picture, i) => candidateOf(`n${i}`, picture).descriptor) });
const plain = distributionOf(inner, contextOf(), candidates);

describe('pageComposition', () => {
  it('damps what looks like a neighbour, gives the rest its share and leaves the scores alone', () => {
    const answer = distributionOf(policy, beside(kiss), candidates);
    const [a, b, c] = plain.probabilities;
    const total = 0.1 * a + b + c;
    [(0.1 * a) / total, b / total, c / total].forEach((p, i) =>
      expect(answer.probabilities[i]).toBeCloseTo(p, 14),
    );
    expect(answer.scores).toEqual(plain.scores);
  });

  it('damps once, however many neighbours look alike', () => {
    const once = distributionOf(policy, beside(kiss, city), candidates).probabilities;
    expect(distributionOf(policy, beside(city, kiss, kiss), candidates).probabilities).toEqual(once);
  });

  it.each([
    ['nothing stands next to it', beside()],
    ['nothing next to it looks alike', beside({ facets: { war: 1 }, caption: 'ruins' })],
    ['everything looks alike', beside(kiss, rider, city)],
  ])('changes nothing where %s', (_, context) => {
    expect(distributionOf(policy, context, candidates)).toEqual(plain);
  });

  it('does not count the ineligible among those that look different', () => {
    const some = [candidates[0], barred(candidates[1]), barred(candidates[2])];
    expect(distributionOf(policy, beside(kiss), some).probabilities).toEqual([1, 0, 0]);
  });

  it('leaves a certain choice certain', () => {
    const sure = pageComposition(greedy(fixedScorer({ a: 1, b: 0, c: 0 })), {
      similarityThreshold: 0.9,
      damping: 0.1,
    });
    expect(distributionOf(sure, beside(kiss), candidates).probabilities).toEqual([1, 0, 0]);
  });

  it('bends no picture that is locked', () => {
    const shownBefore = { artworkId: 'a', shownAtMs: 0, lockedUntilMs: 2_000_000 };
    const locked = stickiness(inner, { minimumMs: 0, margin: 0 });
    const outside = pageComposition(locked, { similarityThreshold: 0.9, damping: 0.1 });
    const context = { ...beside(kiss), shownBefore };
    expect(distributionOf(outside, context, candidates).probabilities).toEqual([1, 0, 0]);
  });

  it.each([
    ['similarityThreshold', 0],
    ['similarityThreshold', 1.1],
    ['damping', 0],
    ['damping', NaN],
  ])('refuses %s of %p by name', (parameter, value) => {
    const parameters = { similarityThreshold: 0.9, damping: 0.1, [parameter]: value };
    expect(() => pageComposition(inner, parameters)).toThrow(expect.objectContaining({ parameter }));
  });
});
