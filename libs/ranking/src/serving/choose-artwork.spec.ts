import { explorationFloor } from '../combinators/exploration-floor.combinator';
import { squareCb } from '../exploration/square-cb.policy';
import { barred, candidatesOf, contextOf, fixedScorer } from '../policy-cases.factory';
import { chooseArtwork, type ChosenArtwork } from './choose-artwork';

const scorer = fixedScorer({ a: 0.5, b: 0.3, c: 0.45, d: 0.9 });
const policy = explorationFloor(squareCb(scorer, { gamma: 20 }), { epsilon: 0.1 });
const [a, b, c, d] = candidatesOf('a', 'b', 'c', 'd');
const candidates = [c, barred(d), a, b];
const choose = (decisionId: string, some = candidates): ChosenArtwork => {
  const choice = chooseArtwork({ policy, context: contextOf(), candidates: some, decisionId, salt: 's' });
  if (choice.kind === 'unavailable') throw new Error('unavailable');
  return choice;
};
const ids = Array.from({ length: 500 }, (_, i) => `decision-${i}`);

describe('chooseArtwork', () => {
  it('lists the eligible by artwork id with probability and score, and the others with reasons', () => {
    const { candidates: decided, excluded } = choose('decision');
    expect(decided.map(({ artworkId, score }) => [artworkId, score])).toEqual([
      ['a', 0.5],
      ['b', 0.3],
      ['c', 0.45],
    ]);
    expect(decided.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect(excluded).toEqual([{ artworkId: 'd', reasons: ['rights-expired'] }]);
  });

  it('states the listed probability of the chosen artwork as its propensity', () => {
    const mismatched = ids
      .map((id) => choose(id))
      .filter(({ artworkId, propensity, candidates: decided }) => {
        return decided.find((one) => one.artworkId === artworkId)?.probability !== propensity;
      });
    expect(mismatched).toEqual([]);
  });

  it('chooses alike whatever the order of the candidates', () => {
    expect(ids.map((id) => choose(id, [b, a, barred(d), c]))).toEqual(ids.map((id) => choose(id)));
  });

  it('explores: different decisions meet every eligible artwork', () => {
    expect(new Set(ids.map((id) => choose(id).artworkId))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('says when nothing is eligible', () => {
    const choice = { policy, context: contextOf(), decisionId: '1', salt: 's' };
    expect(chooseArtwork({ ...choice, candidates: [barred(a)] })).toMatchObject({
      kind: 'unavailable',
      failures: [{ reason: 'no-eligible-artwork' }],
    });
  });

  it('refuses an artwork that comes twice', () => {
    expect(() => choose('1', [a, b, a])).toThrow('artwork a is a candidate twice');
  });
});
