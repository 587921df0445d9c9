import { ApiKeysRepository } from '@keyart/db';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('ApiKeysRepository', () => {
  let test: TestDatabase;
  let keys: ApiKeysRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    keys = new ApiKeysRepository(test.database);
  });
  afterAll(() => test.drop());

  it('finds a key by its hash only', async () => {
    const key = { name: 'demo', keyHash: 'h1', scopes: ['decide', 'events'] };
    await keys.create(key);
    expect(await keys.findByHash('h1')).toMatchObject({ ...key, expiresAt: null, revokedAt: null });
    expect(await keys.findByHash('h2')).toBeNull();
  });

  it('replaces name and scopes of a known hash', async () => {
    await keys.create({ name: 'old', keyHash: 'h3', scopes: ['admin'] });
    const renewed = { name: 'new', keyHash: 'h3', scopes: [] };
    await keys.create(renewed);
    expect(await keys.findByHash('h3')).toMatchObject(renewed);
  });

  it('leaves a revoked key revoked, whoever makes it again', async () => {
    const key = { name: 'demo', keyHash: 'h4', scopes: ['decide'] };
    const { id } = await keys.create(key);
    const revokedAt = new Date('2026-01-01T00:00:00Z');
    expect(await keys.revoke(id, revokedAt)).toBe(true);
    expect(await keys.revoke(id, new Date('2026-02-01T00:00:00Z'))).toBe(true);
    await keys.create(key);
    expect(await keys.findByHash('h4')).toMatchObject({ revokedAt });
    expect(await keys.revoke('nobody', revokedAt)).toBe(false);
  });

  it('ends a rotated key no later than it would have ended', async () => {
    const at = new Date('2026-01-01T00:00:00Z');
    const expiresAt = new Date('2026-01-01T06:00:00Z');
    const { id } = await keys.create({ name: 'short', keyHash: 'h5', scopes: ['decide'], expiresAt });
    const oldEndsAt = new Date('2026-01-02T00:00:00Z');
    const successor = await keys.replace(id, { keyHash: 'h6', prefix: 'p', at, oldEndsAt });
    expect(successor).toMatchObject({ name: 'short', scopes: ['decide'], expiresAt });
    expect(await keys.findById(id)).toMatchObject({ expiresAt, replacedById: successor?.id });
  });

  it('notes the last day of use, and never an earlier one', async () => {
    const { id } = await keys.create({ name: 'used', keyHash: 'h7', scopes: [] });
    const [day, before] = [new Date('2026-01-02'), new Date('2026-01-01')];
    await keys.recordUse(id, day);
    await keys.recordUse(id, before);
    expect(await keys.findById(id)).toMatchObject({ lastUsedOn: day });
  });
});
