import { PreferencesRepository } from '@keyart/db';
import { EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('PreferencesRepository', () => {
  let test: TestDatabase;
  let preferences: PreferencesRepository;
  const pinned = { memberId: 'ada', titleId: 'night-train', artworkId: 'a', pinnedAt: EVENING };
  beforeAll(async () => {
    test = await createTestDatabase();
    preferences = new PreferencesRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE member_preference, pin'));

  it('is personalised until the member says no, and again after a yes', async () => {
    expect(await preferences.isPersonalised('ada')).toBe(true);
    await preferences.savePersonalised('ada', false, EVENING);
    expect(await preferences.isPersonalised('ada')).toBe(false);
    expect(await preferences.isPersonalised('bob')).toBe(true);
    await preferences.savePersonalised('ada', true, minutesLater(1));
    expect(await preferences.isPersonalised('ada')).toBe(true);
  });

  it('keeps one pin a title, the last', async () => {
    await preferences.pin(pinned);
    await preferences.pin({ ...pinned, titleId: 'harbour' });
    await preferences.pin({ ...pinned, memberId: 'bob' });
    const moved = { ...pinned, artworkId: 'b', pinnedAt: minutesLater(1) };
    await preferences.pin(moved);
    expect(await preferences.pins('ada')).toEqual([{ ...pinned, titleId: 'harbour' }, moved]);
  });

  it('takes a pin away once', async () => {
    await preferences.pin(pinned);
    expect(await preferences.unpin('ada', 'harbour')).toBe(false);
    expect(await preferences.unpin('ada', 'night-train')).toBe(true);
    expect(await preferences.unpin('ada', 'night-train')).toBe(false);
    expect(await preferences.pins('ada')).toEqual([]);
  });
});
