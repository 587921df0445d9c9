import { MembersRepository, TasteVersionsRepository } from '@keyart/db';
import fc from 'fast-check';
import { aHistoryEntry, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('MembersRepository', () => {
  let test: TestDatabase;
  let members: MembersRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    members = new MembersRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE member CASCADE'));

  it('creates a member with a history, newest first', async () => {
    const old = aHistoryEntry({ title: 'M', year: null, people: [], rating: 0.5 });
    const young = aHistoryEntry({ watchedAt: minutesLater(1), genres: ['drama', 'a, "b"', '{}'] });
    expect(await members.importHistory('ada', { displayName: 'Ada', entries: [old, young] })).toEqual({
      imported: 2,
    });
    expect(await members.history('ada')).toEqual([young, old]);
    expect(await members.findById('ada')).toEqual({
      memberId: 'ada',
      displayName: 'Ada',
      profileVersion: 'new',
      profile: null,
    });
  });

  it('replaces a film imported again, in the same import by the later entry', async () => {
    const first = aHistoryEntry({ rating: 1 });
    await members.importHistory('ada', { entries: [first] });
    const imported = [
      aHistoryEntry({ rating: 2 }),
      aHistoryEntry({ rating: 3.5 }),
      aHistoryEntry({ year: null }),
    ];
    expect(await members.importHistory('ada', { entries: imported })).toEqual({ imported: 2 });
    const ratings = (await members.history('ada')).map(({ year, rating }) => [year, rating]);
    expect(ratings).toEqual([
      [null, 4.5],
      [1945, 3.5],
    ]);
  });

  it('keeps the name where an import brings none', async () => {
    await members.importHistory('ada', { displayName: 'Ada', entries: [] });
    await members.importHistory('ada', { entries: [aHistoryEntry()] });
    expect((await members.findById('ada'))?.displayName).toBe('Ada');
  });

  it('creates a member by an empty import', async () => {
    expect(await members.importHistory('eve', { entries: [] })).toEqual({ imported: 0 });
    expect(await members.findById('eve')).toMatchObject({ memberId: 'eve', displayName: null });
    expect(await members.history('eve')).toEqual([]);
  });

  it('imports all or nothing', async () => {
    const entries = [aHistoryEntry(), aHistoryEntry({ title: 'Off the scale', rating: 6 })];
    await expect(members.importHistory('ada', { entries })).rejects.toThrow(/rating/);
    expect(await members.findById('ada')).toBeNull();
  });

  it('saves any profile, doubles exactly', async () => {
    await members.importHistory('ada', { entries: [] });
    const weight = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z-]{1,9}$/), weight), async (facets) => {
        await members.saveProfile('ada', 'v2', { facets: { ...facets } });
        const stored = await members.findById('ada');
        expect(stored).toMatchObject({ profileVersion: 'v2' });
        expect(stored?.profile).toEqual({ facets: { ...facets } });
      }),
      { numRuns: 40 },
    );
    await members.saveProfile('ada', 'new', null);
    expect((await members.findById('ada'))?.profile).toBeNull();
  });

  it('keeps every profile that was built, for old decisions to be read with', async () => {
    const tastes = new TasteVersionsRepository(test.database);
    await members.importHistory('ada', { entries: [] });
    for (const version of ['v1', 'v2', 'v1']) await members.saveProfile('ada', version, { version });
    await members.saveProfile('ada', 'new', null);
    const keys = ['v1', 'v2', 'v1', 'v3', 'new'].map((profileVersion) => ({
      memberId: 'ada',
      profileVersion,
    }));
    const found = await tastes.findMany([...keys, { memberId: 'bob', profileVersion: 'v1' }]);
    expect(found).toEqual([
      { memberId: 'ada', profileVersion: 'v1', profile: { version: 'v1' }, builtAt: expect.any(Date) },
      { memberId: 'ada', profileVersion: 'v2', profile: { version: 'v2' }, builtAt: expect.any(Date) },
    ]);
    expect(await tastes.findMany([])).toEqual([]);
  });

  it('refuses a profile of an unknown member', async () => {
    await expect(members.saveProfile('nobody', 'v1', {})).rejects.toMatchObject({ code: 'UNKNOWN_MEMBER' });
  });

  it('finds nothing for an unknown member', async () => {
    expect(await members.findById('nobody')).toBeNull();
    expect(await members.history('nobody')).toEqual([]);
  });

  it('pages members by id', async () => {
    for (const id of ['b', 'a', 'c']) await members.importHistory(id, { entries: [] });
    const ids = async (after?: string): Promise<string[]> =>
      (await members.list({ limit: 2, after })).map((member) => member.memberId);
    expect(await ids()).toEqual(['a', 'b']);
    expect(await ids('b')).toEqual(['c']);
  });
});
