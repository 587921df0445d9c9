import { randomUUID } from 'node:crypto';
import { ErasuresRepository, type NewErasure } from '@keyart/db';
import { EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('ErasuresRepository', () => {
  let test: TestDatabase;
  let erasures: ErasuresRepository;
  const wish = (over: Partial<NewErasure> = {}): NewErasure => {
    return { erasureId: randomUUID(), memberHash: 'hash', requestedAt: EVENING, ...over };
  };
  beforeAll(async () => {
    test = await createTestDatabase();
    erasures = new ErasuresRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE erasure'));

  it('opens one erasure a member, whoever asks at the same time', async () => {
    const opened = await Promise.all(Array.from({ length: 5 }, () => erasures.open(wish())));
    expect(new Set(opened.map(({ erasureId }) => erasureId)).size).toBe(1);
    expect(opened[0]).toMatchObject({ requestedAt: EVENING, erasedAt: null, completedAt: null, counts: {} });
    const other = await erasures.open(wish({ memberHash: 'other' }));
    expect(other.erasureId).not.toBe(opened[0].erasureId);
  });

  it('keeps passes, and opens a new erasure once one is completed', async () => {
    const first = await erasures.open(wish());
    const pass = { erasureId: first.erasureId, erasedAt: minutesLater(1), counts: { decision: 2 } };
    await erasures.savePass({ ...pass, completedAt: null });
    expect((await erasures.open(wish())).erasureId).toBe(first.erasureId);
    await erasures.savePass({ ...pass, completedAt: minutesLater(2) });
    expect(await erasures.find(first.erasureId)).toEqual({ ...first, ...pass, completedAt: minutesLater(2) });
    expect((await erasures.open(wish())).erasureId).not.toBe(first.erasureId);
  });

  it('finds nothing for an unknown or malformed id', async () => {
    expect(await erasures.find(randomUUID())).toBeNull();
    expect(await erasures.find('malformed')).toBeNull();
  });
});
