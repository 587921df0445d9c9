import { SglangLabelScorer } from '@keyart/llm';
import { describeEndpoint } from './endpoint-conformance';
import { ModelServer, TOKEN_IDS } from './model-server';
import { sglangServer } from './sglang-server';

const meta = (output_token_ids_logprobs: unknown): object => ({ meta_info: { output_token_ids_logprobs } });

describeEndpoint({
  name: 'SGLang generate',
  server: sglangServer,
  scorer: (options) => new SglangLabelScorer(options),
  route: '/generate',
  oneToken: {
    sampling_params: { max_new_tokens: 1, temperature: 0 },
    return_logprob: true,
    logprob_start_len: -1,
  },
  wrongAnswers: [
    null,
    [],
    {},
    { meta_info: {} },
    meta([]),
    meta([null]),
    meta([[-1]]),
    meta([[['x', 7566, null]]]),
    meta([[[0.7, 7566, null]]]),
  ],
});

describe('SGLang label scorer', () => {
  it('asks for the labels by id and lets the server put the begin-of-text token', async () => {
    const server = sglangServer();
    const scorer = new SglangLabelScorer({ url: await server.listen(), model: 'm', timeoutMs: 5000 });
    const [score] = await scorer.score({ prompts: ['<|begin_of_text|>x'], labels: [['A', 'B']] });
    expect(score.missing).toEqual([]);
    expect(server.calls.map(({ route }) => route)).toEqual(['/tokenize', '/tokenize', '/generate']);
    expect(server.calls[2].body).toMatchObject({ text: 'x', token_ids_logprob: [TOKEN_IDS.A, TOKEN_IDS.B] });
    await server.close();
  });

  it('names a label the server left out', async () => {
    const server = new ModelServer({ '/generate': () => meta([[[-1, 32, null]]]) });
    const labelTokenIds = { A: 32, B: 33 };
    const url = await server.listen();
    const scorer = new SglangLabelScorer({ url, model: 'm', timeoutMs: 5000, labelTokenIds });
    const [score] = await scorer.score({ prompts: ['x'], labels: [['A', 'B']] });
    expect(score.missing).toEqual(['B']);
    expect(score.labelMass).toBeCloseTo(Math.exp(-1), 12);
    await server.close();
  });
});
