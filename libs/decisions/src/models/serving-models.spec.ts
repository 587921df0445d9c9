import { createLogger } from '@keyart/common';
import type { ModelKind, ModelStage, ModelVersionRecord } from '@keyart/contracts';
import { warmStartBaseline } from '@keyart/learning';
import { EMPTY_POPULARITY } from './empty-popularity';
import { ServingModels } from './serving-models';

class FakeRegistry {
  private readonly records = new Map<string, ModelVersionRecord>();
  readCount = 0;

  inService(): Promise<ModelVersionRecord[]> {
    return Promise.resolve([...this.records.values()]);
  }

  findByVersion(version: string): Promise<ModelVersionRecord | null> {
    this.readCount++;
    const found = [...this.records.values()].find((record) => record.version === version);
    return Promise.resolve(found ?? null);
  }

  put(kind: ModelKind, payload: { readonly version: string }, stage: ModelStage = 'active'): void {
    const rest = { stage, summary: {}, createdAt: new Date(0), activatedAt: null };
    this.records.set(`${kind} ${stage}`, { kind, payload, version: payload.version, ...rest });
  }
}

describe('ServingModels', () => {
  const build = (): { registry: FakeRegistry; models: ServingModels } => {
    const registry = new FakeRegistry();
    const logger = createLogger('test', 'silent');
    return { registry, models: new ServingModels({ models: registry, llm: null, logger }) };
  };

  it('serves the warm start and no popularity until something was trained', async () => {
    const { models } = build();
    expect(await models.refresh()).toBe(false);
    expect(models.current()).toEqual({
      ...{
        bandit: warmStartBaseline(),
        popularity: EMPTY_POPULARITY,
        guard: null,
        hybrid: null,
        insights: null,
      },
      ...{ llm: null, shadow: null, shadowLlm: null },
    });
  });

  it('takes active models up, and stays the same object until one changes', async () => {
    const { registry, models } = build();
    registry.put('bandit', { ...warmStartBaseline(), version: 'b2' });
    registry.put('popularity', { ...EMPTY_POPULARITY, version: 'p2' });
    registry.put('guard', { version: 'g1' });
    registry.put('bandit', { ...warmStartBaseline(), version: 'b3' }, 'shadow');
    expect(await models.refresh()).toBe(true);
    const { bandit, popularity, guard, shadow } = models.current();
    const versions = [bandit, popularity, guard, shadow].map((model) => model?.version);
    expect(versions).toEqual(['b2', 'p2', 'g1', 'b3']);
    const active = models.current();
    expect(await models.refresh()).toBe(false);
    expect(models.current()).toBe(active);
    expect(registry.readCount).toBe(4);
  });

  it('refuses bandits of another feature version', async () => {
    const { registry, models } = build();
    const old = { ...warmStartBaseline(), featureVersion: 'features/0' };
    registry.put('bandit', { ...old, version: 'old' });
    registry.put('bandit', { ...old, version: 'old-shadow' }, 'shadow');
    await models.refresh();
    expect(models.current().bandit.version).toBe(warmStartBaseline().version);
    expect(models.current().shadow).toBeNull();
  });
});
