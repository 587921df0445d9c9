/* eslint-disable jest/no-export -- a suite that every implementation runs */
import { ResilientLabelScorer, type EndpointOptions, type LabelScorer } from '@keyart/llm';
import { describeLabelScorer } from './label-scorer-conformance';
import type { Fault, ModelServer } from './model-server';

/** What the suite needs of an HTTP adapter. */
export interface EndpointUnderTest {
  readonly name: string;
  server(): ModelServer;
  scorer(options: EndpointOptions): LabelScorer;
  /** Answers of status 200 that are JSON but not of the documented shape. */
  readonly wrongAnswers: readonly unknown[];
  /** Route the labels are scored on. */
  readonly route: string;
  /** Fields by which a call asks for one token, without a temperature. */
  readonly oneToken: object;
}

const LABELS = [' Yes', ' No'];
const REQUEST = { prompts: ['Picture: a boat. Answer:'], labels: [LABELS] };

/** `LabelScorer` over HTTP: the contract, bare and guarded as it serves, then what only a server can do wrong. */
export function describeEndpoint(subject: EndpointUnderTest): void {
  const open = async (timeoutMs: number, overrides: Partial<EndpointOptions> = {}) => {
    const server = subject.server();
    const url = await server.listen();
    const bare = subject.scorer({ url, model: 'llama-keyart', timeoutMs, ...overrides });
    const scorer = new ResilientLabelScorer(bare, { leastPauseMs: 1, random: () => 0 });
    const dispose = async (): Promise<void> => {
      await scorer.close();
      await server.close();
    };
    return { scorer, bare, server, stall: () => server.hangForever(), dispose };
  };
  describeLabelScorer({
    name: subject.name,
    labels: [' Yes', ' No'],
    open: async (timeoutMs) => {
      const rig = await open(timeoutMs);
      return { ...rig, scorer: rig.bare };
    },
  });
  describeLabelScorer({ name: `${subject.name}, guarded`, labels: [' Yes', ' No'], open });

  describe(`endpoint: ${subject.name}`, () => {
    let rig: Awaited<ReturnType<typeof open>>;
    beforeEach(async () => {
      rig = await open(5000, { labelTokenIds: { ' Yes': 7566, ' No': 2360 } });
    });
    afterEach(() => rig.dispose());

    it.each<[string, Fault]>([
      ['a 500', { kind: 'status', status: 500 }],
      ['a 429', { kind: 'status', status: 429 }],
      ['a broken connection', { kind: 'hang-up' }],
    ])('tries again after %s', async (_, fault) => {
      rig.server.failNext(fault);
      expect(await rig.scorer.score(REQUEST)).toHaveLength(1);
      expect(rig.server.calls).toHaveLength(2);
    });

    it('gives up after three tries', async () => {
      rig.server.failNext(...Array.from({ length: 9 }, () => ({ kind: 'status', status: 503 }) as const));
      await expect(rig.scorer.score(REQUEST)).rejects.toMatchObject({
        code: 'LLM_UNAVAILABLE',
        isRetryable: true,
      });
      expect(rig.server.calls).toHaveLength(3);
    });

    it('does not repeat what the server refuses', async () => {
      rig.server.failNext({ kind: 'status', status: 404 });
      await expect(rig.scorer.score(REQUEST)).rejects.toMatchObject({
        code: 'LLM_UNAVAILABLE',
        isRetryable: false,
      });
      expect(rig.server.calls).toHaveLength(1);
    });

    it.each(['', '{"choices":[', '<html>busy</html>'])('reports %j as a bad answer', async (text) => {
      rig.server.failNext({ kind: 'text', text });
      await expect(rig.scorer.score(REQUEST)).rejects.toMatchObject({
        code: 'LLM_BAD_ANSWER',
        isRetryable: false,
      });
    });

    it.each(subject.wrongAnswers.map((answer) => JSON.stringify(answer)))(
      'reports %s as a bad answer',
      async (text) => {
        rig.server.failNext({ kind: 'text', text });
        await expect(rig.scorer.score(REQUEST)).rejects.toMatchObject({ code: 'LLM_BAD_ANSWER' });
      },
    );

    it('sends one token, temperature 0, and the key', async () => {
      const keyed = await open(5000, { apiKey: 'k-1', labelTokenIds: { ' Yes': 7566, ' No': 2360 } });
      await keyed.scorer.score(REQUEST);
      const [call] = keyed.server.calls;
      expect(call.route).toBe(subject.route);
      expect(call.authorization).toBe('Bearer k-1');
      expect(call.body).toMatchObject(subject.oneToken);
      await keyed.dispose();
    });

    it.each(['ftp://localhost', 'localhost:8000', 'http://user:secret@localhost', ''])(
      'refuses the URL %j',
      (url) => {
        expect(() => subject.scorer({ url, model: 'm', timeoutMs: 1 })).toThrow(
          expect.objectContaining({ code: 'LLM_BAD_SETTING' }),
        );
      },
    );
  });
}
