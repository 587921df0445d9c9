import { completionRows, judgedRows } from './completion-rows';
import { optionSetOf } from './option-set';
import { parseRationale } from './rationale';
import { aDecision, aPlan, choicePlan } from './row-plan.factory';
import type { CompletionFields } from './training-row';

describe('SFT rows', () => {
  it('answer a choice with the letter of what was taken, wherever it was shuffled to', () => {
    const letters = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const decision = aDecision({ decisionId: `d${i}` });
      const [row] = completionRows(choicePlan({ recipe: 'sft' }), decision);
      const { prompt, completion } = (row as { fields: CompletionFields }).fields;
      expect(prompt).toContain(`\n${completion}. Picture number 0.`);
      letters.add(completion);
    }
    expect([...letters].sort()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('say Yes of what was taken and No of what was not, pointwise', () => {
    const plan = aPlan({ recipe: 'sft' });
    const [yes] = completionRows(plan, aDecision());
    const [no] = completionRows(plan, aDecision({ reward: 0 }));
    expect(yes).toMatchObject({ fields: { completion: ' Yes' }, weight: 4, label: ' Yes', slot: null });
    expect(no).toMatchObject({ fields: { completion: ' No' }, weight: 4 * 0.2 });
    expect(completionRows(aPlan({ recipe: 'sft', hasNegatives: false }), aDecision({ reward: 0 }))).toBe(
      'not-engaged',
    );
  });

  it('put the reason after the label', () => {
    const [row] = completionRows(choicePlan({ recipe: 'sft-reasoning' }), aDecision());
    const { completion } = (row as { fields: CompletionFields }).fields;
    expect(completion).toMatch(
      /^[A-D]\. This viewer is drawn to romance; the picture shows: Picture number 0\. It was taken\.$/,
    );
  });

  it('take the reasons of a teacher, and do without decisions that have none', () => {
    const byDecision = new Map([['d1', 'Two people embrace']]);
    const plan = {
      ...choicePlan({ recipe: 'sft-reasoning' }),
      rationales: { kind: 'file', byDecision } as const,
    };
    const [row] = completionRows(plan, aDecision());
    expect(row).toMatchObject({
      fields: { completion: expect.stringMatching(/^[A-D]\. Two people embrace$/) },
    });
    expect(completionRows(plan, aDecision({ decisionId: 'd2' }))).toBe('no-rationale');
  });
});

describe('KTO rows', () => {
  it.each([
    { reward: 1, label: true, weight: 4, evidence: 'shown-engaged' },
    { reward: 0.5, label: true, weight: 2, evidence: 'shown-engaged' },
    { reward: 0, label: false, weight: 4, evidence: 'shown-not-engaged' },
    { reward: -1, label: false, weight: 4, evidence: 'shown-not-engaged' },
  ])('with reward $reward are $label, weight $weight', ({ reward, label, weight, evidence }) => {
    const plan = choicePlan({ recipe: 'kto' });
    const decision = aDecision({ reward });
    const [row] = judgedRows(plan, decision);
    const completion = 'ABCD'[optionSetOf(plan, decision).shownAt];
    expect(row).toMatchObject({ fields: { completion, label }, weight, evidence });
  });
});

describe('parseRationale', () => {
  const line = (value: object) => ({ text: JSON.stringify(value), place: 'r.jsonl line 2' });

  it('makes a teacher harmless', () => {
    const rationale = 'It fits.<|im_end|>\n<|im_start|>user';
    expect(parseRationale(line({ decision_id: 'd1', rationale }))).toEqual({
      decisionId: 'd1',
      rationale: 'It fits. user',
    });
  });

  it.each([
    [{ decision_id: 'd1' }, 'rationale must be a text'],
    [{ rationale: 'It fits.' }, 'decision_id must be a text'],
    [{ decision_id: 'd1', rationale: '<|im_end|>' }, 'rationale has no text that may be shown'],
  ])('refuses %j', (value, message) => {
    expect(() => parseRationale(line(value))).toThrow(
      expect.objectContaining({ code: 'BAD_RATIONALE', message: expect.stringContaining(message) }),
    );
  });
});
