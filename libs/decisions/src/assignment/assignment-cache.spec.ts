import { createLogger } from '@keyart/common';
import { LAYER_CELL_COUNT, type RunningExperiment } from '@keyart/contracts';
import { AssignmentCache } from './assignment-cache';

const SLICES = { uniform: 0, popular: 0, 'not-personalised': 0 };
const QUESTION = { memberId: 'ada', isPersonalised: true, requestedPolicy: null };

class FakeExperiments {
  runs: RunningExperiment[] = [];

  running(): Promise<RunningExperiment[]> {
    return Promise.resolve(this.runs);
  }

  run(changes: Partial<RunningExperiment>): void {
    const arms = [{ name: 'only', weight: 1, policy: 'llm' }] as const;
    const whole = { fromCell: 0, toCell: LAYER_CELL_COUNT };
    const trial = { experimentId: 'trial', version: 1, salt: 'trial/1', arms, stoppedArms: [] };
    this.runs = [{ ...trial, ...whole, ...changes }];
  }
}

describe('AssignmentCache', () => {
  const build = (): { experiments: FakeExperiments; cache: AssignmentCache } => {
    const experiments = new FakeExperiments();
    const logger = createLogger('test', 'silent');
    return { experiments, cache: new AssignmentCache({ experiments, slices: SLICES, salt: 'test', logger }) };
  };

  it('assigns by what runs, and keeps a plan for as long as nothing starts or stops', async () => {
    const { experiments, cache } = build();
    expect(cache.current().assign(QUESTION).assignedBy).toBe('default');
    experiments.run({});
    expect(await cache.refresh()).toBe(true);
    const plan = cache.current();
    expect(plan.assign(QUESTION)).toMatchObject({ policy: 'llm', experiment: 'trial/1', arm: 'only' });
    expect(await cache.refresh()).toBe(false);
    expect(cache.current()).toBe(plan);
    experiments.run({ toCell: LAYER_CELL_COUNT - 1 });
    expect(await cache.refresh()).toBe(true);
    experiments.run({ version: 2 });
    await cache.refresh();
    expect(cache.current().assign(QUESTION).experiment).toBe('trial/2');
    expect(plan.assign(QUESTION).experiment).toBe('trial/1');
    experiments.runs = [];
    await cache.refresh();
    expect(cache.current().assign(QUESTION).assignedBy).toBe('default');
  });

  it('takes note of an arm that is stopped', async () => {
    const { experiments, cache } = build();
    experiments.run({});
    await cache.refresh();
    experiments.run({ stoppedArms: ['only'] });
    expect(await cache.refresh()).toBe(true);
    expect(cache.current().assign(QUESTION).assignedBy).toBe('default');
  });

  it('keeps the plan there is where a new one would not hold', async () => {
    const { experiments, cache } = build();
    experiments.run({});
    await cache.refresh();
    experiments.run({ version: 2, toCell: LAYER_CELL_COUNT + 1 });
    await expect(cache.refresh()).rejects.toMatchObject({ parameter: 'experiments' });
    expect(cache.current().assign(QUESTION).experiment).toBe('trial/1');
  });

  it('tells why the last look failed, until one goes well', async () => {
    const { experiments, cache } = build();
    experiments.run({ toCell: LAYER_CELL_COUNT + 1 });
    await expect(cache.start(60_000)).rejects.toMatchObject({ parameter: 'experiments' });
    expect(cache.refreshFailure()).toContain('experiments');
    experiments.run({});
    await cache.start(60_000);
    expect(cache.refreshFailure()).toBeNull();
    cache.stop();
  });
});
