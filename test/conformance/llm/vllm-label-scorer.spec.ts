import { VllmLabelScorer } from '@keyart/llm';
import { describeEndpoint } from './endpoint-conformance';
import { TOKEN_IDS } from './model-server';
import { vllmServer } from './vllm-server';

const logprobs = (top: unknown): object => ({ choices: [{ index: 0, logprobs: { top_logprobs: top } }] });

describeEndpoint({
  name: 'vLLM completions',
  server: () => vllmServer(),
  scorer: (options) => new VllmLabelScorer(options),
  route: '/v1/completions',
  oneToken: { model: 'llama-keyart', max_tokens: 1, temperature: 0 },
  wrongAnswers: [
    null,
    [],
    {},
    { choices: [] },
    { choices: [{ index: 4, logprobs: { top_logprobs: [{}] } }] },
    { choices: [{ index: 0, logprobs: null }] },
    logprobs([]),
    logprobs([{ ' Yes': -1 }]),
    logprobs([{ 'token_id:7566': 'x' }]),
    logprobs([{ 'token_id:7566': 0.7 }]),
  ],
});

describe('vLLM label scorer', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

  it('asks for token ids, once a label, and sends all prompts in one call', async () => {
    const server = vllmServer();
    const scorer = new VllmLabelScorer({ url: await server.listen(), model: 'm', timeoutMs: 5000 });
    const request = { prompts: ['x', 'y'], labels: [letters, letters.slice(0, 3)] };
    const scores = await scorer.score(request);
    await scorer.score(request);
    const scoring = server.calls.filter(({ route }) => route === '/v1/completions');
    expect(server.calls.length - scoring.length).toBe(26);
    expect(scoring).toHaveLength(2);
    expect(scoring[0].body).toMatchObject({
      prompt: ['x', 'y'],
      add_special_tokens: false,
      return_tokens_as_token_ids: true,
      logprob_token_ids: letters.map((letter) => TOKEN_IDS[letter]),
    });
    expect(scores.map((score) => score.missing)).toEqual([[], []]);
    await server.close();
  });

  it('names labels beyond the twenty likeliest of an old server as missing, below what was reported', async () => {
    const server = vllmServer({ isOld: true });
    const scorer = new VllmLabelScorer({ url: await server.listen(), model: 'm', timeoutMs: 5000 });
    const [score] = await scorer.score({ prompts: ['x'], labels: [letters] });
    const total = score.logProbabilities.reduce((sum, value) => sum + Math.exp(value), 0);
    const present = score.logProbabilities.filter((_, i) => !score.missing.includes(letters[i]));
    const absent = score.logProbabilities.filter((_, i) => score.missing.includes(letters[i]));
    expect(absent.length).toBeGreaterThan(0);
    expect(Math.max(...absent)).toBeLessThanOrEqual(Math.min(...present));
    expect(total).toBeLessThanOrEqual(1);
    expect(score.labelMass).toBeLessThan(total);
    await server.close();
  });

  it('asks a server that refuses the field without it, and from then on at once', async () => {
    const server = vllmServer({ isOld: true });
    const labelTokenIds = { A: 32, B: 33 };
    const url = await server.listen();
    const scorer = new VllmLabelScorer({ url, model: 'm', timeoutMs: 5000, labelTokenIds });
    const request = { prompts: ['x'], labels: [['A', 'B']] };
    server.failNext({ kind: 'status', status: 400 });
    expect(await scorer.score(request)).toEqual(await scorer.score(request));
    const asked = server.calls.map(({ body }) => 'logprob_token_ids' in body);
    expect(asked).toEqual([true, false, false]);
    await server.close();
  });

  it('keeps asking for the field where the call itself was refused', async () => {
    const server = vllmServer();
    const url = await server.listen();
    const scorer = new VllmLabelScorer({ url, model: 'm', timeoutMs: 5000, labelTokenIds: { A: 32 } });
    const request = { prompts: ['x'], labels: [['A']] };
    server.failNext({ kind: 'status', status: 400 }, { kind: 'status', status: 400 });
    await expect(scorer.score(request)).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE', status: 400 });
    await scorer.score(request);
    expect(server.calls.map(({ body }) => 'logprob_token_ids' in body)).toEqual([true, false, true]);
    await server.close();
  });

  it('refuses a label of several tokens', async () => {
    const server = vllmServer();
    const scorer = new VllmLabelScorer({ url: await server.listen(), model: 'm', timeoutMs: 5000 });
    const call = scorer.score({ prompts: ['x'], labels: [['Perhaps not']] });
    await expect(call).rejects.toMatchObject({ code: 'LLM_BAD_LABEL' });
    await server.close();
  });
});
