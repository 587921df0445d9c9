import { LlamaCppLabelScorer } from '@keyart/llm';
import { describeEndpoint } from './endpoint-conformance';
import { llamaCppServer } from './llama-cpp-server';
import { ModelServer } from './model-server';

const top = (top_logprobs: unknown): object => ({ completion_probabilities: [{ top_logprobs }] });

describeEndpoint({
  name: 'llama.cpp completion',
  server: llamaCppServer,
  scorer: (options) => new LlamaCppLabelScorer(options),
  route: '/completion',
  oneToken: { n_predict: 1, temperature: 0, n_probs: 256, cache_prompt: true },
  wrongAnswers: [
    null,
    {},
    { completion_probabilities: [] },
    // Servers of before 2025 spoke of `probs`.
    { completion_probabilities: [{ content: 'A', probs: [{ tok_str: 'A', prob: 0.5 }] }] },
    top([]),
    top([null]),
    top([{ id: 7566, logprob: 'low' }]),
    top([{ id: 7566, logprob: 3 }]),
  ],
});

describe('llama.cpp label scorer', () => {
  it('tells a label from another token of the same text by its id', async () => {
    const entries = [
      { id: 99, token: 'A', logprob: Math.log(0.6) },
      { id: 32, token: 'A', logprob: Math.log(0.3) },
    ];
    const server = new ModelServer({ '/completion': () => top(entries) });
    const labelTokenIds = { A: 32, B: 33 };
    const url = await server.listen();
    const scorer = new LlamaCppLabelScorer({ url, model: 'm', timeoutMs: 5000, labelTokenIds });
    const [score] = await scorer.score({ prompts: ['<|begin_of_text|>x'], labels: [['A', 'B']] });
    expect(Math.exp(score.logProbabilities[0])).toBeCloseTo(0.3, 9);
    expect(score.missing).toEqual(['B']);
    // What is left over, .1, is less than the smallest reported.
    expect(Math.exp(score.logProbabilities[1])).toBeCloseTo(0.1, 9);
    expect(server.calls[0].body.prompt).toBe('x');
    await server.close();
  });
});
