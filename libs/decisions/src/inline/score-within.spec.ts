import { createLogger } from '@keyart/common';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import type { LabelScores } from '@keyart/ranking';
import type { InlineScorer } from './inline-scorer';
import { scoreWithin } from './score-within';

const SCORES: LabelScores = {
  modelVersion: 'm',
  formulation: 'pointwise',
  artworkIds: ['a'],
  values: [1],
  labelMass: 1,
  missingLabelCount: 0,
};
const logger = createLogger('test', 'silent');
const request = { viewer: { memberId: 'ada', taste: NEW_VIEWER_TASTE }, titles: [] };
const scoredBy = (score: InlineScorer['score']) => ({ scorer: { score }, request, logger });

describe('scoreWithin', () => {
  it('gives the scores that come in time', async () => {
    const task = scoredBy(() => Promise.resolve(new Map([['t', SCORES]])));
    const { scores, failure } = await scoreWithin({ ...task, budgetMs: 1_000 });
    expect(scores.get('t')).toBe(SCORES);
    expect(failure).toBeNull();
  });

  it('does not wait beyond the deadline for a scorer that ignores its signal, and aborts it', async () => {
    let signal: AbortSignal | undefined;
    const task = scoredBy((asked) => {
      signal = asked.signal;
      return new Promise(() => undefined);
    });
    expect(await scoreWithin({ ...task, budgetMs: 5 })).toEqual({ scores: new Map(), failure: 'deadline' });
    expect(signal?.aborted).toBe(true);
  });

  it('does not ask where no time is left', async () => {
    let askedCount = 0;
    const task = scoredBy(() => {
      askedCount++;
      return Promise.resolve(new Map());
    });
    expect((await scoreWithin({ ...task, budgetMs: 0 })).failure).toBe('deadline');
    expect(askedCount).toBe(0);
  });

  it('takes a failing scorer for one without scores', async () => {
    const task = scoredBy(() => Promise.reject(new Error('the model has died')));
    expect((await scoreWithin({ ...task, budgetMs: 1_000 })).failure).toBe('inline-scoring-failed');
  });
});
