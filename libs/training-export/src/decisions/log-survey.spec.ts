import { aContext, aDecision, DECIDED_AT_MS } from '../rows/row-plan.factory';
import { LogSurvey } from './log-survey';
import type { SplitRule } from './split-rule';

const RULE: SplitRule = {
  ...{ members: 'marked', validationShare: 0.1, seed: '1', cutAtMs: DECIDED_AT_MS + 10 },
  isKeptForHoldout: () => false,
};

describe('LogSurvey', () => {
  it('knows what training members were shown, and what a decision not taken counts', () => {
    const survey = new LogSurvey(RULE, aContext());
    survey.add(aDecision({ reward: 0.5 }));
    for (let i = 0; i < 4; i++) survey.add(aDecision({ action: 'a1', reward: 0 }));
    survey.add(aDecision({ action: 'a2', atMs: DECIDED_AT_MS + 10 }));
    survey.check();
    expect(['a0', 'a1', 'a2', 'a3'].map((id) => survey.isShown(id))).toEqual([true, true, false, false]);
    expect([survey.notTakenScale, survey.trainDecisionCount]).toEqual([0.125, 5]);
  });

  it('counts decisions made before a part of the history', () => {
    const survey = new LogSurvey(RULE, aContext());
    survey.add(aDecision({ atMs: Date.UTC(2025, 0, 2) }));
    survey.add(aDecision());
    expect(survey.partialHistoryCount).toBe(1);
  });

  it('names what the context does not know, by row and id', () => {
    const context = aContext();
    const artworks = new Map([
      ...context.artworks,
      ['b0', { ...context.artworks.get('a0')!, titleId: 't9' }],
    ]);
    const survey = new LogSurvey(RULE, { ...context, artworks });
    survey.add(aDecision({ row: 3, userId: 'stranger' }));
    survey.add(aDecision({ row: 4, titleId: 't7', candidates: [] }));
    survey.add(aDecision({ row: 5, candidates: ['a0', 'a9', 'b0'] }));
    for (let row = 10; row < 20; row++) survey.add(aDecision({ row, userId: 'ghost' }));
    expect(() => survey.check()).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_IN_CONTEXT',
        message: [
          'user_id is not in viewers.jsonl in 11 places of the log: row 3 has stranger; row 10 has ghost; row 11 has ghost; row 12 has ghost; row 13 has ghost …',
          'title_id is not in titles.jsonl in 1 place of the log: row 4 has t7',
          'candidates name an artwork that is not in artworks.jsonl in 1 place of the log: row 5 has a9',
          'candidates name an artwork of another title in 1 place of the log: row 5 has b0 of t9',
        ].join('\n'),
      }),
    );
  });
});
