import { OllamaLabelScorer } from '@keyart/llm';
import { describeEndpoint } from './endpoint-conformance';
import { ModelServer } from './model-server';
import { ollamaServer } from './ollama-server';

const top = (top_logprobs: unknown): object => ({ logprobs: [{ token: 'A', logprob: -1, top_logprobs }] });

describeEndpoint({
  name: 'Ollama generate',
  server: () => ollamaServer(),
  scorer: (options) => new OllamaLabelScorer(options),
  route: '/api/generate',
  oneToken: { model: 'llama-keyart', raw: true, stream: false, options: { num_predict: 1, temperature: 0 } },
  wrongAnswers: [
    null,
    {},
    { response: 'A', done: true },
    { logprobs: [] },
    top([]),
    top([{ token: 5, logprob: -1 }]),
    top([{ token: 'A', logprob: null }]),
    top([{ token: 'A', logprob: 3 }]),
  ],
});

describe('Ollama label scorer', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

  it('asks for no more than the server allows and names labels beyond as missing', async () => {
    const server = ollamaServer();
    const scorer = new OllamaLabelScorer({ url: await server.listen(), model: 'm', timeoutMs: 5000 });
    const [score] = await scorer.score({ prompts: ['x'], labels: [letters] });
    expect(server.calls[0].body.top_logprobs).toBe(20);
    expect(score.missing.length).toBeGreaterThanOrEqual(6);
    expect(score.labelMass).toBeLessThan(1);
    await server.close();
  });

  it('takes only the token of exactly the label for it', async () => {
    const entries = [
      { token: ' A', logprob: Math.log(0.5) },
      { token: 'A', logprob: Math.log(0.2) },
    ];
    const server = new ModelServer({ '/api/generate': () => top(entries) });
    const scorer = new OllamaLabelScorer({ url: await server.listen(), model: 'm', timeoutMs: 5000 });
    const [score] = await scorer.score({ prompts: ['<|begin_of_text|>x'], labels: [['A']] });
    expect(score.labelMass).toBeCloseTo(0.2, 9);
    expect(server.calls[0].body.prompt).toBe('x');
    await server.close();
  });

  it('says what an old server lacks', async () => {
    const server = ollamaServer({ isOld: true });
    const scorer = new OllamaLabelScorer({ url: await server.listen(), model: 'm', timeoutMs: 5000 });
    await expect(scorer.score({ prompts: ['x'], labels: [['A']] })).rejects.toThrow('Ollama 0.12.11');
    await server.close();
  });
});
