import { LAYER_CELL_COUNT, type LayerRange } from '@keyart/contracts';
import { ExperimentsRepository, type ExperimentStart } from '@keyart/db';
import { firstFreeRange } from '@keyart/ranking';
import { anExperiment, aRunningExperiment } from '../../factories/experiment.factory';
import { EVENING } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const LATER = new Date(EVENING.getTime() + 60_000);

function aStart(experimentId: string, allot: ExperimentStart['allot']): ExperimentStart {
  return { experimentId, startedAt: EVENING, startedBy: 'test', allot };
}
const firstFit =
  (cellCount: number) =>
  (taken: readonly LayerRange[]): LayerRange | null =>
    firstFreeRange(taken, cellCount);

describe('ExperimentsRepository', () => {
  let test: TestDatabase;
  let experiments: ExperimentsRepository;

  beforeAll(async () => {
    test = await createTestDatabase();
    experiments = new ExperimentsRepository(test.database);
  });
  beforeEach(() => test.database.pool.query('TRUNCATE experiment CASCADE'));
  afterAll(() => test.drop());

  it('keeps a draft, under one id once', async () => {
    expect(await experiments.create(anExperiment())).toBe(true);
    expect(await experiments.create(anExperiment({ name: 'Another' }))).toBe(false);
    expect(await experiments.findById('llm-trial')).toEqual({
      ...anExperiment(),
      status: 'draft',
      run: null,
    });
    expect(await experiments.findById('none')).toBeNull();
    await experiments.create(anExperiment({ experimentId: 'a' }));
    const page = await experiments.list({ limit: 1, after: 'a' });
    expect(page.map(({ experimentId }) => experimentId)).toEqual(['llm-trial']);
  });

  it('starts, stops and starts again as a new version with a salt of its own', async () => {
    const started = await aRunningExperiment(experiments);
    const first = { version: 1, salt: 'experiment/llm-trial/1', fromCell: 0, toCell: LAYER_CELL_COUNT };
    const who = {
      startedAt: EVENING,
      startedBy: 'test',
      stoppedAt: null,
      stoppedBy: null,
      stoppedArms: [],
      ramp: null,
    };
    expect(started).toEqual({ ...anExperiment(), status: 'running', run: { ...first, ...who } });
    expect(await experiments.running()).toEqual([
      { experimentId: 'llm-trial', ...first, stoppedArms: [], arms: anExperiment().arms },
    ]);
    expect(await experiments.stop('llm-trial', LATER, 'somebody')).toBe(true);
    expect(await experiments.stop('llm-trial', LATER, 'somebody')).toBe(false);
    expect(await experiments.running()).toEqual([]);
    const stopped = await experiments.findById('llm-trial');
    expect(stopped).toMatchObject({ status: 'stopped', run: { stoppedAt: LATER, stoppedBy: 'somebody' } });
    const again = await experiments.start(aStart('llm-trial', firstFit(100)));
    expect(again).toMatchObject({
      kind: 'started',
      experiment: { run: { version: 2, salt: 'experiment/llm-trial/2', toCell: 100 } },
    });
  });

  it('says why it does not start', async () => {
    await aRunningExperiment(experiments);
    await experiments.create(anExperiment({ experimentId: 'late' }));
    expect(await experiments.start(aStart('none', firstFit(1)))).toEqual({ kind: 'unknown' });
    expect(await experiments.start(aStart('llm-trial', firstFit(1)))).toMatchObject({
      kind: 'already-running',
    });
    expect(await experiments.start(aStart('late', firstFit(1)))).toMatchObject({
      kind: 'no-room',
      taken: [{ fromCell: 0, toCell: LAYER_CELL_COUNT }],
    });
  });

  it('changes drafts only', async () => {
    await experiments.create(anExperiment());
    expect(await experiments.changeDraft('llm-trial', { shareFraction: 0.5 })).toBe(true);
    expect(await experiments.findById('llm-trial')).toMatchObject({
      shareFraction: 0.5,
      name: anExperiment().name,
    });
    await experiments.start(aStart('llm-trial', firstFit(1)));
    expect(await experiments.changeDraft('llm-trial', { shareFraction: 1 })).toBe(false);
    expect(await experiments.changeDraft('none', {})).toBe(false);
  });

  it('gives experiments that start at the same time disjoint cells', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `e${i}`);
    for (const experimentId of ids) await experiments.create(anExperiment({ experimentId }));
    const cellCount = LAYER_CELL_COUNT / 10;
    const outcomes = await Promise.all(ids.map((id) => experiments.start(aStart(id, firstFit(cellCount)))));
    const kinds = outcomes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'started')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'no-room')).toHaveLength(2);
    const starts = (await experiments.running()).map(({ fromCell }) => fromCell);
    expect(starts).toEqual(Array.from({ length: 10 }, (_, i) => i * cellCount));
  });

  it('starts one experiment once, however often it is asked at a time', async () => {
    await experiments.create(anExperiment());
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => experiments.start(aStart('llm-trial', firstFit(10)))),
    );
    expect(outcomes.filter(({ kind }) => kind === 'started')).toHaveLength(1);
    expect(await experiments.running()).toHaveLength(1);
  });

  it('is refused ranges that overlap, by the database itself', async () => {
    await aRunningExperiment(experiments);
    await experiments.create(anExperiment({ experimentId: 'other' }));
    const overlapping = experiments.start(aStart('other', () => ({ fromCell: 9_999, toCell: 10_000 })));
    await expect(overlapping).rejects.toThrow('experiment_run_overlap_check');
  });

  it.each([
    ['experiment_arm_count_check', { arms: anExperiment().arms.slice(0, 1) }],
    ['experiment_arm_names_check', { arms: [anExperiment().arms[0], anExperiment().arms[0]] }],
    ['experiment_arm_weights_check', { arms: anExperiment().arms.map((arm) => ({ ...arm, weight: 0 })) }],
    ['experiment_share_check', { shareFraction: 1.5 }],
  ])('is kept from nonsense by %s', async (constraint, changes) => {
    await expect(experiments.create(anExperiment(changes))).rejects.toThrow(constraint);
  });
});
