import { createLogger } from '@keyart/common';
import type { ModelKind, ModelVersionRecord } from '@keyart/contracts';
import { warmStartBaseline } from '@keyart/learning';
import { EMPTY_POPULARITY } from './empty-popularity';
import { ServingModels } from './serving-models';

class FakeRegistry {
  private readonly records = new Map<ModelKind, ModelVersionRecord>();

  active(kind: ModelKind): Promise<ModelVersionRecord | null> {
    return Promise.resolve(this.records.get(kind) ?? null);
  }

  put(kind: ModelKind, payload: { readonly version: string }): void {
    const rest = { isActive: true, summary: {}, createdAt: new Date(0) };
    this.records.set(kind, { kind, payload, version: payload.version, ...rest });
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
      bandit: warmStartBaseline(),
      popularity: EMPTY_POPULARITY,
      llm: null,
    });
  });

  it('takes active models up, and stays the same object until one changes', async () => {
    const { registry, models } = build();
    registry.put('bandit', { ...warmStartBaseline(), version: 'b2' });
    registry.put('popularity', { ...EMPTY_POPULARITY, version: 'p2' });
    expect(await models.refresh()).toBe(true);
    const active = models.current();
    expect([active.bandit.version, active.popularity.version]).toEqual(['b2', 'p2']);
    expect(await models.refresh()).toBe(false);
    expect(models.current()).toBe(active);
  });

  it('refuses a bandit of another feature version', async () => {
    const { registry, models } = build();
    registry.put('bandit', { ...warmStartBaseline(), version: 'old', featureVersion: 'features/0' } as {
      version: string;
    });
    await models.refresh();
    expect(models.current().bandit.version).toBe(warmStartBaseline().version);
  });
});
