import { randomUUID } from 'node:crypto';
import { DependencyError, loadConfiguration } from '@keyart/common';
import type { EvaluationRequestDto } from '@keyart/contracts';
import { EvaluationsRepository } from '@keyart/db';
import type { EvaluationResult } from '@keyart/decision-log';
import { servingParametersOf } from '@keyart/decisions';
import { LogStore, RequestEvaluator, RunEvaluation } from '@keyart/offline-evaluation';
import { LogFolder, logRows } from '../../factories/decision-log-file.factory';
import { logMembers } from '../../factories/experiment-log.factory';
import { EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const QUICK = { bootstrap: 20 };
const TRY = { isLast: false, onProgress: (): void => undefined };

describe('evaluations of the service', () => {
  let test: TestDatabase;
  let folder: LogFolder;
  let evaluations: EvaluationsRepository;
  let parts: ConstructorParameters<typeof RunEvaluation>[0];
  let run: RunEvaluation;

  beforeAll(async () => {
    test = await createTestDatabase();
    folder = new LogFolder();
    const { log, target } = logRows(600);
    folder.writeCsv('log.csv', log);
    folder.writeCsv('good.csv', target);
    folder.writeCsv('broken.csv', [{ ...log[0], propensity: '1.2' }, ...log.slice(1, 9)]);
    evaluations = new EvaluationsRepository(test.database);
    const clock = { nowMs: () => minutesLater(5).getTime() };
    const evaluator = new RequestEvaluator({
      ...{ database: test.database, logs: new LogStore(folder.path), clock },
      parameters: servingParametersOf(loadConfiguration({})),
      openRanker: () => Promise.reject(new DependencyError('LLM_MISSING', 'there is no LLM', false)),
    });
    parts = { evaluations, evaluator, clock, logger: { error: () => undefined } };
    run = new RunEvaluation(parts);
  });
  afterAll(async () => {
    folder.remove();
    await test.drop();
  });

  async function requested(request: EvaluationRequestDto, at = EVENING): Promise<string> {
    const evaluationId = randomUUID();
    await evaluations.create({ evaluationId, request, requestedAt: at, requestedBy: 'ana' });
    return evaluationId;
  }
  const resultOf = async (id: string): Promise<EvaluationResult | null> =>
    (await evaluations.resultOf(id)) as EvaluationResult | null;

  it('keeps the result, which names files as they were given, and tells how far it is', async () => {
    const id = await requested({ log: 'log.csv', target: 'good.csv', segments: ['device'], ...QUICK });
    const told: number[] = [];
    expect(await run.run(id, { isLast: false, onProgress: (fraction) => told.push(fraction) })).toEqual({
      status: 'done',
    });
    expect(await evaluations.findById(id)).toMatchObject({
      ...{ status: 'done', progress: 1, problem: null, finishedAt: minutesLater(5) },
    });
    const result = await resultOf(id);
    expect(result).toMatchObject({
      ...{ schema: 'evaluation/1', verdict: 'better', dataset: { file: 'log.csv', rowCount: 600 } },
      policies: { target: 'good.csv', baseline: 'logging' },
      command: expect.stringMatching(/^POST \/v1\/evaluations \{"log":"log.csv"/),
    });
    expect(JSON.stringify(result)).not.toContain(folder.path);
    expect(result?.segments).toHaveLength(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(2);
  });

  it('leaves alone what has ended', async () => {
    const id = await requested({ log: 'log.csv', target: 'policy:uniform', ...QUICK });
    await run.run(id, TRY);
    const before = await resultOf(id);
    expect(await run.run(id, TRY)).toEqual({ status: 'done' });
    expect(await resultOf(id)).toEqual(before);
    await expect(run.run(randomUUID(), TRY)).rejects.toMatchObject({ code: 'UNKNOWN_EVALUATION' });
  });

  it('evaluates the log of the service itself', async () => {
    const members = { experiment: null, arm: null, count: 80, takerCount: 30, decidedAt: EVENING };
    await logMembers(test.database, { ...members, memberPrefix: 'own' });
    const id = await requested({ log: 'service', target: 'policy:uniform', ...QUICK });
    await run.run(id, TRY);
    const result = await resultOf(id);
    expect(result).toMatchObject({ dataset: { file: 'service', rowCount: 80 } });
    expect(JSON.stringify(result)).not.toContain('own-1');
  });

  it.each<[string, Partial<EvaluationRequestDto>]>([
    ['map', { map: 'propensity=user_id' }],
    ['map', { map: 'device=device, decision_id = user_id' }],
    ['target', { target: 'column:user_id' }],
    ['baseline', { baseline: 'column:user_id' }],
  ])('never quotes members of its own log: user_id by %s', async (field, more) => {
    const members = { experiment: null, arm: null, count: 3, takerCount: 1, decidedAt: EVENING };
    await logMembers(test.database, { ...members, memberPrefix: 'quoted' });
    const id = await requested({ log: 'service', target: 'policy:uniform', ...QUICK, ...more });
    expect(await run.run(id, TRY)).toEqual({ status: 'failed' });
    const { problem } = (await evaluations.findById(id)) ?? {};
    expect(problem).not.toContain('own-');
    expect(problem).not.toContain('quoted-');
    expect(problem).toBe(
      `${field}: user_id names members; in the log of the service it is read as user_id alone`,
    );
  });

  it.each<[string, EvaluationRequestDto, RegExp]>([
    [
      'a file that is not there',
      { log: 'gone.csv', target: 'policy:uniform' },
      /^log: there is no file gone.csv/,
    ],
    ['a target that is not there', { log: 'log.csv', target: 'x.csv' }, /^target: there is no file x.csv/],
    [
      'rows that are wrong',
      { log: 'broken.csv', target: 'policy:uniform' },
      /^broken.csv: propensity .* row 1 has 1.2\n/,
    ],
    ['a column that is not there', { log: 'log.csv', target: 'column:none' }, /none/],
    ['a map that is none', { log: 'log.csv', target: 'policy:uniform', map: 'x' }, /^map x: must be/],
    [
      'a segment that is not there',
      { log: 'log.csv', target: 'policy:uniform', segments: ['none'] },
      /named by segments/,
    ],
    [
      'a reward model that nothing holds',
      { log: 'log.csv', target: 'policy:uniform', rewardModel: 'table:q' },
      /^rewardModel table:q needs the column q in the file of target or baseline/,
    ],
    ['a policy that nobody knows', { log: 'log.csv', target: 'policy:best' }, /policy:best is not known/],
    ['an LLM that is not there', { log: 'service', target: 'policy:llm@cross-fitted' }, /./],
  ])('fails with %s, in words, without trying again', async (_, request, text) => {
    const id = await requested({ ...request, ...QUICK });
    expect(await run.run(id, TRY)).toEqual({ status: 'failed' });
    const { problem } = (await evaluations.findById(id)) ?? {};
    expect(problem).toMatch(text);
    expect(problem).not.toContain(folder.path);
    expect(problem).not.toContain('--');
  });

  it('tries again where the service is at fault, and says so in the end', async () => {
    const failing = new RunEvaluation({
      ...parts,
      evaluator: { evaluate: () => Promise.reject(new Error('/secret/path is full')) },
    });
    const id = await requested({ log: 'log.csv', target: 'policy:uniform' });
    await expect(failing.run(id, TRY)).rejects.toThrow('is full');
    expect(await evaluations.findById(id)).toMatchObject({ status: 'running', problem: null });
    await expect(failing.run(id, { ...TRY, isLast: true })).rejects.toThrow('is full');
    const { status, problem } = (await evaluations.findById(id)) ?? {};
    expect(status).toBe('failed');
    expect(problem).not.toContain('secret');
  });

  it('lists the newest first', async () => {
    const later = await requested({ log: 'log.csv', target: 'policy:uniform' }, minutesLater(90));
    const [first, second] = await evaluations.list({ limit: 2 });
    expect(first).toMatchObject({ evaluationId: later, status: 'queued', requestedBy: 'ana' });
    expect(first).not.toHaveProperty('result');
    expect(await evaluations.list({ limit: 1, after: later })).toEqual([second]);
    expect(await evaluations.list({ limit: 1, after: 'no-uuid' })).toEqual([]);
    expect(await evaluations.findById('no-uuid')).toBeNull();
  });
});
