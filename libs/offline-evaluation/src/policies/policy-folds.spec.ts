import type { LoggedChoice } from '@keyart/decision-log';
import { bareDecisions } from './bare-decisions';
import type { JudgedDecision } from './judged-decision';
import { fitByFold, foldOf } from './policy-folds';

/** Two pictures a title, shown in turn; the second is taken. */
function choices(rewardOf: (userId: string, picture: number) => number): LoggedChoice[] {
  return Array.from({ length: 400 }, (_, i) => {
    const userId = `u${i % 40}`;
    const picture = Math.floor(i / 40) % 2;
    const candidates = ['t-0', 't-1'];
    return {
      ...{ row: i + 1, decisionId: `d${i}`, userId, titleId: 't', action: candidates[picture] },
      ...{ propensity: 0.5, reward: rewardOf(userId, picture), candidates },
    };
  });
}

const fit = (decisions: readonly JudgedDecision[]) => fitByFold(decisions, () => undefined);
const versions = (decisions: readonly JudgedDecision[]) =>
  fit(decisions).map(({ popularity }) => popularity?.version);

describe('fitByFold', () => {
  it('finds what is taken in each fold’s complement', () => {
    for (const { popularity, bandit, llm, guard } of fit(bareDecisions(choices((_, picture) => picture)))) {
      expect(popularity?.artworkMeans['t-1']).toBeGreaterThan(0.8);
      expect(popularity?.artworkMeans['t-0']).toBeLessThan(0.2);
      expect([bandit, llm, guard]).toEqual([null, null, null]);
    }
  });

  it('never lets a model see the decisions that it judges', () => {
    const plain = bareDecisions(choices((_, picture) => picture));
    const fold = foldOf(plain[0]);
    const members = new Set(plain.filter((one) => foldOf(one) === fold).map(({ choice }) => choice.userId));
    const turned = bareDecisions(choices((userId, picture) => (members.has(userId) ? 1 - picture : picture)));
    const [before, after] = [versions(plain), versions(turned)];
    expect(after[fold]).toBe(before[fold]);
    for (const other of [0, 1, 2, 3, 4].filter((one) => one !== fold))
      expect(after[other]).not.toBe(before[other]);
  });

  it('keeps a member’s decisions together', () => {
    const decisions = bareDecisions(choices(() => 0));
    const folds = new Map(decisions.map((one) => [one.choice.userId, foldOf(one)]));
    expect(decisions.filter((one) => foldOf(one) !== folds.get(one.choice.userId))).toEqual([]);
    expect(new Set(folds.values()).size).toBe(5);
  });
});
