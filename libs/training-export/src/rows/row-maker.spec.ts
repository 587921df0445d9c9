import type { SplitRule } from '../decisions/split-rule';
import { ExportTally } from '../report/export-tally';
import { RowMaker } from './row-maker';
import type { RowPlan } from './row-plan';
import { aDecision, aPlan, choicePlan } from './row-plan.factory';

const RULE: SplitRule = {
  ...{ members: 'marked', validationShare: 0.1, seed: '1', cutAtMs: null },
  isKeptForHoldout: () => false,
};

function made(plan: RowPlan, decisions: readonly Parameters<typeof aDecision>[0][]): ExportTally {
  const tally = new ExportTally();
  const maker = new RowMaker(plan, RULE, tally);
  decisions.forEach((changes, i) => maker.add(aDecision({ decisionId: `d${i}`, ...changes })));
  maker.finish();
  return tally;
}

function reasons(tally: ExportTally): unknown[] {
  return tally.exclusions().map(({ reason, decisionCount, examples }) => [reason, decisionCount, examples]);
}

describe('RowMaker', () => {
  it('leaves out what nobody chose and what has more candidates than letters', () => {
    const many = Array.from({ length: 27 }, (_, i) => `a${i}`);
    const decisions = [{ candidates: ['a0'] }, { candidates: many }, {}];
    const tally = made(choicePlan(), decisions);
    expect(reasons(tally)).toEqual([
      ['single-candidate', 1, ['d0']],
      ['too-many-candidates', 1, ['d1']],
    ]);
    expect([tally.decisionCount('train'), tally.memberCount('train')]).toEqual([1, 1]);
  });

  it('leaves out what is too long, by name', () => {
    expect(reasons(made(aPlan({ maxTokens: 20 }), [{}, {}]))).toEqual([['over-long', 2, ['d0', 'd1']]]);
    expect(made(aPlan({ recipe: 'kto', maxTokens: 200 }), [{}]).sides.train.rowCount).toBe(1);
  });

  it('accounts for every decision of a preference recipe, title by title', () => {
    const tally = made(choicePlan({ recipe: 'dpo' }), [
      { action: 'a0' },
      { action: 'a1', userId: 'friend', reward: 0 },
      { action: 'a2', userId: 'fighter' },
    ]);
    expect(reasons(tally)).toEqual([
      ['not-engaged', 1, ['d1']],
      ['no-losing-picture', 1, ['d2']],
    ]);
    expect(tally.sides.train.rowCount).toBe(1);
  });
});
