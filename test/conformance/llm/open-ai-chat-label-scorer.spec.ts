import { OpenAiChatLabelScorer } from '@keyart/llm';
import { chatServer } from './chat-server';
import { describeEndpoint } from './endpoint-conformance';
import { ModelServer } from './model-server';

const top = (entries: unknown): object => ({
  choices: [{ logprobs: { content: [{ top_logprobs: entries }] } }],
});

describeEndpoint({
  name: 'OpenAI-like chat',
  server: chatServer,
  scorer: (options) => new OpenAiChatLabelScorer(options),
  route: '/v1/chat/completions',
  oneToken: { model: 'llama-keyart', max_tokens: 1, temperature: 0 },
  wrongAnswers: [
    null,
    {},
    { choices: [] },
    { choices: [{ message: { content: 'A' } }] },
    { choices: [{ logprobs: { content: [] } }] },
    top([]),
    top([{ token: 5, logprob: -1 }]),
    top([{ token: 'A', logprob: 'low' }]),
    top([{ token: 'A', logprob: 3 }]),
  ],
});

describe('OpenAI-like chat label scorer', () => {
  it('adds up spellings of a label and names the absent one', async () => {
    const entries = [
      { token: 'A', logprob: Math.log(0.5) },
      { token: ' A', logprob: Math.log(0.2) },
      { token: 'The', logprob: Math.log(0.1) },
    ];
    const server = new ModelServer({ '/v1/chat/completions': () => top(entries) });
    const scorer = new OpenAiChatLabelScorer({ url: await server.listen(), model: 'm', timeoutMs: 5000 });
    const [score] = await scorer.score({ prompts: ['x'], labels: [['A', 'B']] });
    expect(Math.exp(score.logProbabilities[0])).toBeCloseTo(0.7, 9);
    expect(Math.exp(score.logProbabilities[1])).toBeCloseTo(0.1, 9);
    expect(score.labelMass).toBeCloseTo(0.7, 9);
    expect(score.missing).toEqual(['B']);
    await server.close();
  });

  it('sends the prompt as one user message, one call after another', async () => {
    const server = chatServer();
    const url = await server.listen();
    const scorer = new OpenAiChatLabelScorer({ url, model: 'm', timeoutMs: 5000 });
    const prompts = ['a', 'b', 'c'];
    await scorer.score({ prompts, labels: prompts.map(() => ['Yes']) });
    expect(server.calls.map(({ body }) => body.messages)).toEqual(
      prompts.map((content) => [{ role: 'user', content }]),
    );
    await server.close();
  });
});
