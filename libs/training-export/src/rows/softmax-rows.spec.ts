import fc from 'fast-check';
import { joinChoice, renderPrompts, TEMPLATE_NAMES, templateByName, type PromptSettings } from '@keyart/llm';
import { optionSetOf } from './option-set';
import { aDecision, aPlan, choicePlan, DECIDED_AT_MS } from './row-plan.factory';
import type { RowPlan } from './row-plan';
import { softmaxRows } from './softmax-rows';
import type { ChoiceSoftmaxFields, DraftRow, PointwiseSoftmaxFields, RowFields } from './training-row';

function rowOf(plan: RowPlan, changes = {}): DraftRow {
  const rows = softmaxRows(plan, aDecision(changes));
  if (typeof rows === 'string') throw new Error(rows);
  expect(rows).toHaveLength(1);
  return rows[0];
}

function served(plan: RowPlan, settings: PromptSettings, decisionId: string): readonly string[] {
  const { artworkIds } = optionSetOf(plan, aDecision({ decisionId }));
  const { titles, artworks, viewers } = plan.context;
  const [title, viewer] = [titles.get('t0'), viewers.get('lover')?.at(DECIDED_AT_MS)];
  if (!title || !viewer) throw new Error('no context');
  const captions = artworkIds.map((id) => artworks.get(id)?.caption ?? '');
  return renderPrompts(settings, { title, viewer, captions }).prompts;
}

function promptsIn(fields: RowFields): string[] {
  if ('branches' in fields) return fields.branches.map((branch) => fields.prefix + branch);
  const { prefix, options, suffix } = fields as ChoiceSoftmaxFields;
  return [joinChoice({ prefix, lines: options, suffix })];
}

describe('label softmax rows', () => {
  const formulations = TEMPLATE_NAMES.flatMap((name) =>
    (['pointwise', 'choice'] as const).map((formulation) => ({ name, formulation })),
  );
  it.each(formulations)('are byte for byte the prompts of serving ($name, $formulation)', (one) => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (decisionId) => {
        const template = templateByName(one.name);
        const prompt: PromptSettings = { template, formulation: one.formulation, historyTokens: 150 };
        const plan = aPlan({ prompt });
        const { fields } = rowOf(plan, { decisionId });
        expect(promptsIn(fields)).toEqual(served(plan, prompt, decisionId));
      }),
      { numRuns: 20 },
    );
  });

  it('part the prompt after the question, a token boundary', () => {
    const { prefix, labels } = rowOf(aPlan()).fields as PointwiseSoftmaxFields;
    expect(prefix.endsWith('Answer Yes or No.\n')).toBe(true);
    expect(labels).toEqual([' Yes', ' No']);
    const { labels: letters } = rowOf(choicePlan()).fields as ChoiceSoftmaxFields;
    expect(letters).toEqual(['A', 'B', 'C', 'D']);
  });

  it('weigh a take by clipped inverse propensity and its quality', () => {
    expect(rowOf(aPlan(), { propensity: 0.25, reward: 0.5 })).toMatchObject({ weight: 2, isClipped: false });
    expect(rowOf(aPlan(), { propensity: 0.01 })).toMatchObject({ weight: 10, isClipped: true });
  });

  it('leave the picture nobody was shown most of what an untrained model gives it', () => {
    const plan = aPlan();
    const { artworkIds, shownAt } = optionSetOf(plan, aDecision());
    const { fields, evidence, slot } = rowOf(plan);
    const { target } = fields as PointwiseSoftmaxFields;
    const expected = artworkIds.map((id) => ({ a0: 0.8125, a3: 0.1875 })[id] ?? 0);
    expect(target).toEqual(expected);
    expect([evidence, slot]).toEqual(['shown-engaged', { place: shownAt, count: 4 }]);
  });

  it('credit pictures that are shown less often than weights can make good by that share', () => {
    const plan = aPlan();
    const changes = { propensity: 0.5, candidatePropensities: [0.5, 0.45, 0.05, 0] };
    const { artworkIds } = optionSetOf(plan, aDecision());
    const { target } = rowOf(plan, changes).fields as PointwiseSoftmaxFields;
    const byId = Object.fromEntries(artworkIds.map((id, k) => [id, target[k]]));
    expect(byId).toEqual({ a0: 0.625, a1: 0, a2: 0.125, a3: 0.25 });
  });

  it('take what was not taken for a negative, pointwise, as heavy as all takes together', () => {
    const { fields, weight, evidence } = rowOf(aPlan(), { reward: 0 });
    const { target } = fields as PointwiseSoftmaxFields;
    expect([...target].sort()).toEqual([0, 1 / 3, 1 / 3, 1 / 3]);
    expect([weight, evidence]).toEqual([4 * 0.2, 'shown-not-engaged']);
    expect(softmaxRows(aPlan({ hasNegatives: false }), aDecision({ reward: 0 }))).toBe('not-engaged');
    expect(softmaxRows(choicePlan(), aDecision({ reward: -1 }))).toBe('not-engaged');
  });

  it('have targets that are distributions, largest on the picture taken, whatever the propensities', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (raw) => {
          const sum = raw.reduce((a, b) => a + b, 0);
          const candidatePropensities = raw.map((one) => one / sum);
          const plan = choicePlan();
          const row = rowOf(plan, { propensity: candidatePropensities[0], candidatePropensities });
          const { target } = row.fields as ChoiceSoftmaxFields;
          expect(target.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
          expect(Math.min(...target)).toBeGreaterThanOrEqual(0);
          expect(target.indexOf(Math.max(...target))).toBe(row.slot?.place);
        },
      ),
    );
  });
});
