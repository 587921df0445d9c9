import type { Source } from '@keyart/contracts';
import { NEW_VIEWER_TASTE, type TasteProfile } from '@keyart/features';
import { decisionRecord } from './decision-record.factory';
import { explainChoice, percent } from './explain-choice';

const taste: TasteProfile = {
  ...NEW_VIEWER_TASTE,
  historyCount: 9,
  facets: { romance: 0.8, melancholy: 0.4, scary: -0.9 },
};
const picture = (facets: Record<string, number>) => ({ facets });

describe('explainChoice', () => {
  it('names what taste and picture share, strongest first', () => {
    const { headline } = explainChoice(decisionRecord(), taste, picture({ melancholy: 0.9, romance: 0.9 }));
    expect(headline).toBe('Because you love romance and melancholy');
    expect(explainChoice(decisionRecord(), taste, picture({ melancholy: 1 })).headline).toBe(
      'Because you like melancholy',
    );
  });

  it('claims no cause for the language model, and no taste for tiers that know none', () => {
    const explained = (source: Source): string =>
      explainChoice(decisionRecord({ source }), taste, picture({ romance: 1 })).headline;
    expect(explained('llm')).toBe('The language model’s pick; you love romance');
    expect(explained('student')).toBe('The pick of the language model’s student; you love romance');
    expect(explained('hybrid-llm')).toBe(
      'Picked from experience and by the language model; you love romance',
    );
    expect(explained('popular')).toBe('It is what most viewers go for');
  });

  it.each([
    [
      { policy: 'not-personalised', assignedBy: 'preference' },
      'Not personalised, as you wished: it does well with most viewers',
    ],
    [{ policy: 'not-personalised', assignedBy: 'slice' }, 'It does well with most viewers'],
    [{ policy: 'uniform', source: 'random' }, 'It was drawn by lot'],
    [{ isLocked: true, stickyOutcome: 'pinned' }, 'It is the picture you pinned'],
  ] as const)('claims no taste for %j', (more, headline) => {
    const explained = explainChoice(decisionRecord(more), taste, picture({ romance: 1 }));
    expect(explained).toEqual({ headline, notes: [] });
  });

  it('says when the taste of that day is no longer kept', () => {
    expect(explainChoice(decisionRecord(), null, picture({ romance: 1 }))).toEqual({
      headline: 'It does well with most viewers',
      notes: ['the taste of that day is no longer kept'],
    });
  });

  it('does not call what the viewer dislikes a reason', () => {
    const { headline } = explainChoice(decisionRecord(), taste, picture({ scary: 1 }));
    expect(headline).toBe('It does well with most viewers');
  });

  it.each([
    [
      { isLocked: true, stickyOutcome: 'locked' },
      'It is the picture you chose this title by',
      ['stays after a play'],
    ],
    [{ stickyOutcome: 'held' }, 'New here: it does well with most viewers', ['kept since last time']],
    [{ source: 'popular' }, 'New here: it is what most viewers go for', []],
    [
      { artworkId: 'b', propensity: 0.2 },
      'New here: it does well with most viewers',
      ['explores: the favourite had 80 %'],
    ],
    [
      { tierFailures: [{ source: 'llm', reason: 'no-scores' }] },
      'New here: it does well with most viewers',
      ['llm had no answer'],
    ],
    [
      { candidates: [{ artworkId: 'a', probability: 1, score: 0.1 }], propensity: 1 },
      'It is the only picture that may be shown here',
      [],
    ],
  ] as const)('explains %j', (more, headline, notes) => {
    const record = decisionRecord(more);
    expect(explainChoice(record, NEW_VIEWER_TASTE, picture({ romance: 1 }))).toEqual({ headline, notes });
  });

  it('says small chances with a decimal', () => {
    expect([percent(0.0125), percent(0.62), percent(1)]).toEqual(['1.3 %', '62 %', '100 %']);
  });
});
