import { MEASURES } from '../measures/measure';
import { someShift } from '../some-streams.factory';
import type { StreamShift } from '../screening/watch-streams';
import { ADVISED_ACTIONS, adviseOn } from './advised-action';

const incidentOf = (...shifts: StreamShift[]) => ({ scope: 'title' as const, titleIds: ['dark'], shifts });

describe('adviseOn', () => {
  it.each([
    ['polarity', 'down', 'prefer-neutral-artwork'],
    ['polarity', 'up', 'extend-campaign'],
    ['tone:anger', 'up', 'hold-campaign'],
    ['tone:joy', 'up', 'lead-with-tone'],
    ['tone:joy', 'down', 'prefer-neutral-artwork'],
    ['tone:sadness', 'up', 'look-at-reviews'],
    ['disagreement', 'up', 'look-at-countries'],
    ['volume', 'up', 'look-at-reviews'],
  ] as const)('of %s going %s: %s', (measure, direction, action) => {
    expect(adviseOn(incidentOf(someShift({ measure, direction })), false).action).toBe(action);
  });

  it('takes the gravest of several', () => {
    const shifts = [someShift(), someShift({ measure: 'tone:disgust', direction: 'up' })];
    expect(adviseOn(incidentOf(...shifts), false)).toMatchObject({
      action: 'hold-campaign',
      tone: 'disgust',
    });
  });

  it('trusts no review of a bombing, and asks for the cause where many titles shift', () => {
    expect(adviseOn(incidentOf(someShift()), true).action).toBe('leave-out-reviews');
    const platform = { ...incidentOf(someShift()), scope: 'platform' as const };
    expect(adviseOn(platform, false).action).toBe('check-platform');
    expect(adviseOn(platform, true).action).toBe('leave-out-reviews');
  });

  it('has a reason for every stream', () => {
    for (const measure of MEASURES)
      for (const direction of ['up', 'down'] as const) {
        const advice = adviseOn(incidentOf(someShift({ measure, direction })), false);
        expect(ADVISED_ACTIONS).toContain(advice.action);
        expect(advice.reason).not.toBe('');
      }
  });

  it.each(['tone:sadness', 'tone:fear', 'tone:anger', 'tone:grief'] as const)(
    'never leads with %s',
    (measure) => {
      const { action } = adviseOn(incidentOf(someShift({ measure, direction: 'up' })), false);
      expect(action).not.toBe('lead-with-tone');
    },
  );
});
