import { trainingOptionsOf, type TrainingFlags } from './training-flags';

const FLAGS: TrainingFlags = {
  ...{ log: 'log.parquet', context: 'context', out: 'rows', recipe: 'sft', formulation: 'choice' },
  ...{ template: 'chatml', maxWeight: '10', neverShownWeight: '0.25', similarity: '0.5', negatives: true },
  ...{ validationShare: '0.1', seed: '1', json: false },
};
const TOLD = { version: '0', command: 'test', now: new Date(0) };

describe('options of keyart training export', () => {
  it.each([
    [{ recipe: 'ppo' }, '--recipe ppo: must be one of label-softmax, sft, sft-reasoning, dpo, s-dpo, kto'],
    [{ formulation: 'listwise' }, '--formulation listwise: must be one of choice, pointwise'],
    [
      { template: 'alpaca' },
      '--template alpaca: must be one of llama-3.1, llama-3.1-insights, chatml, chatml-themes, plain',
    ],
    [{ recipe: 's-dpo', formulation: 'pointwise' }, '--recipe s-dpo --formulation pointwise'],
    [
      { template: 'chatml-themes', formulation: 'pointwise' },
      '--template chatml-themes --formulation pointwise',
    ],
    [{ rationales: 'r.jsonl' }, '--rationales: goes with --recipe sft-reasoning, not sft'],
    [{ context: undefined }, '--context DIR or --world DIR: one of them must be given'],
    [{ world: 'world' }, '--context DIR or --world DIR: one of them must be given'],
    [{ maxWeight: '0.5' }, '--max-weight 0.5: must be a number ≥ 1'],
    [{ historyTokens: '1.5' }, '--history-tokens 1.5: must be a number whole'],
    [{ maxTokens: '0' }, '--max-tokens 0: must be a number whole, 1 at least'],
    [{ neverShownWeight: '1' }, '--never-shown-weight 1: must be a number in [0, 1)'],
    [{ similarity: '2' }, '--similarity 2: must be a number in [-1, 1]'],
    [{ validationShare: '0' }, '--validation-share 0: must be a number in (0, 1)'],
    [{ timeShare: '1' }, '--time-share 1: must be a number in [0, 1)'],
    [{ cut: 'May' }, '--cut May: must be a day or a time'],
    [{ cut: '2026-05-01', timeShare: '0.2' }, '--cut and --time-share: only one of them may be given'],
    [{ seed: ' ' }, "--seed ' ': must not be empty"],
  ])('%j is refused, by name', async (changes, message) => {
    await expect(trainingOptionsOf({ ...FLAGS, ...changes }, TOLD)).rejects.toThrow(message);
  });

  it.each([
    ['chatml-themes', 0, 2048],
    ['llama-3.1', 800, 8192],
    ['plain', 150, 2048],
  ])('shows a model of %s what serving shows it', async (template, historyTokens, maxTokens) => {
    const { settings } = await trainingOptionsOf({ ...FLAGS, template }, TOLD);
    expect([settings.prompt.historyTokens, settings.maxTokens]).toEqual([historyTokens, maxTokens]);
  });
});
