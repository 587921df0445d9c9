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
    expect(await keys.findByHash('h1')).toEqual(key);
    expect(await keys.findByHash('h2')).toBeNull();
  });

  it('replaces name and scopes of a known hash', async () => {
    await keys.create({ name: 'old', keyHash: 'h3', scopes: ['admin'] });
    const renewed = { name: 'new', keyHash: 'h3', scopes: [] };
    await keys.create(renewed);
    expect(await keys.findByHash('h3')).toEqual(renewed);
  });
});
