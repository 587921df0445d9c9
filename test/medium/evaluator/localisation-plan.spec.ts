import { TitlesRepository } from '@keyart/db';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import { aTitle } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('keyart localisation plan --title', () => {
  let test: TestDatabase;
  let said = '';

  beforeAll(async () => {
    test = await createTestDatabase();
    await new TitlesRepository(test.database).upsert(aTitle({ originalLanguage: 'fr' }));
  });
  beforeEach(() => {
    said = '';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => (said += String(text)) !== '');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.drop());

  const plan = (title: string): Promise<number> =>
    runProgram(['localisation', 'plan', '--title', title], async () => ({
      url: test.url,
      stop: () => Promise.resolve(),
    }));

  it('ends with 2 for a title that is not there', async () => {
    expect(await plan('day-train')).toBe(2);
    expect(said).toContain('--title day-train: there is no such title');
  });

  it('ends with 3 without an audience model', async () => {
    expect(await plan('night-train')).toBe(3);
    expect(said).toContain('there is no audience model: train one, or give --forecast');
  });
});
