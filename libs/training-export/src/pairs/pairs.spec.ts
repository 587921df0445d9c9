import type { ExportDecision } from '../decisions/export-decision';
import { preferenceRows } from '../rows/preference-rows';
import { aDecision, aPlan, choicePlan } from '../rows/row-plan.factory';
import { strongestLeaning } from './kindred';
import type { ManyPreferenceFields } from '../rows/training-row';
import { TitlePairs, type WonDecision } from './title-pairs';

let count = 0;
function shown(userId: string, action: string, changes: Partial<ExportDecision> = {}): ExportDecision {
  return aDecision({ decisionId: `p${count++}`, userId, action, propensity: 0.5, ...changes });
}

function won(decisions: readonly ExportDecision[], plan = choicePlan({ recipe: 'dpo' })): WonDecision[] {
  const pairs = new TitlePairs(plan);
  decisions.forEach((one) => pairs.add(one, 'train'));
  return pairs.take();
}

describe('pairs', () => {
  it('know viewers of a kind by what they lean to most', () => {
    const { viewers } = aPlan().context;
    const leaning = (id: string) =>
      strongestLeaning(viewers.get(id)?.at(Date.UTC(2026, 0, 1)).taste ?? ({} as never));
    expect(['lover', 'friend', 'fighter', 'new'].map(leaning)).toEqual(['romance', 'romance', 'war', 'none']);
  });

  it('set the picture taken over one that a viewer of the same kind left, with the smaller evidence', () => {
    const [one] = won([
      shown('lover', 'a0', { propensity: 0.1 }),
      shown('friend', 'a1', { reward: 0, propensity: 0.8 }),
      shown('friend', 'a0'),
      shown('friend', 'a2', { reward: 0, propensity: 0.2 }),
    ]);
    expect(one.losers).toEqual([
      { artworkId: 'a1', evidence: 1.25, isClipped: false },
      { artworkId: 'a2', evidence: 2, isClipped: false },
    ]);
  });

  it('do not take the take itself for proof where others were shown its picture', () => {
    const left = [shown('friend', 'a0', { reward: 0 }), shown('friend', 'a1', { reward: 0 })];
    expect(won([shown('lover', 'a0'), ...left])[0].losers).toEqual([]);
    expect(won([shown('lover', 'a0'), left[1]])[0].losers).toHaveLength(1);
  });

  it('cap the evidence', () => {
    const many = Array.from({ length: 20 }, () => [
      shown('lover', 'a0'),
      shown('friend', 'a1', { reward: 0 }),
    ]);
    expect(won(many.flat())[0].losers).toEqual([{ artworkId: 'a1', evidence: 10, isClipped: true }]);
  });

  it.each([
    ['what only viewers of another kind left', [shown('fighter', 'a1', { reward: 0 })]],
    ['what nobody was shown', []],
    ['what was taken as often', [shown('friend', 'a1')]],
    ['what is no candidate', [shown('friend', 'b9', { reward: 0, candidates: ['b9', 'a0'] })]],
  ])('never reject %s', (_, others) => {
    expect(won([shown('lover', 'a0'), ...others])[0].losers).toEqual([]);
  });

  it('judge training by training alone', () => {
    const pairs = new TitlePairs(choicePlan({ recipe: 'dpo' }));
    pairs.add(shown('lover', 'a0'), 'train');
    pairs.add(shown('friend', 'a1', { reward: 0 }), 'validation');
    expect(pairs.take()[0].losers).toEqual([]);
    expect(pairs.take()).toEqual([]);
  });
});

describe('preference rows', () => {
  const losers = ['a1', 'a2'].map((artworkId, i) => ({ artworkId, evidence: 1 + i, isClipped: false }));

  it('of a choice put letter over letter', () => {
    const [row, ...more] = preferenceRows(choicePlan({ recipe: 'dpo' }), aDecision(), losers.slice(0, 1));
    const { prompt, chosen, rejected } = row.fields as { prompt: string; chosen: string; rejected: string };
    expect(prompt).toContain(`\n${chosen}. Picture number 0.`);
    expect(prompt).toContain(`\n${rejected}. Picture number 1.`);
    expect([row.weight, row.evidence, more]).toEqual([1, 'won-against-shown', []]);
  });

  it('reject all losers at once in S-DPO', () => {
    const [row] = preferenceRows(choicePlan({ recipe: 's-dpo' }), aDecision(), losers);
    const { prompt, rejected } = row.fields as ManyPreferenceFields;
    expect(rejected).toHaveLength(2);
    rejected.forEach((letter, i) => expect(prompt).toContain(`\n${letter}. Picture number ${i + 1}.`));
    expect(row.weight).toBe(2);
  });

  it('ask about both pictures, pointwise', () => {
    const rows = preferenceRows(aPlan({ recipe: 'dpo' }), aDecision(), losers.slice(0, 1));
    expect(rows.map(({ fields }) => fields)).toEqual([
      { prompt: expect.stringContaining('Picture number 0.'), chosen: ' Yes', rejected: ' No' },
      { prompt: expect.stringContaining('Picture number 1.'), chosen: ' No', rejected: ' Yes' },
    ]);
  });
});
