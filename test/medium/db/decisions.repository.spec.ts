import { randomUUID } from 'node:crypto';
import { DecisionsRepository } from '@keyart/db';
import fc from 'fast-check';
import { aDecision, EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const probability = fc.double({ min: 0, max: 1, minExcluded: true, noNaN: true });
const score = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)));
const storableText = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000'));

describe('DecisionsRepository', () => {
  let test: TestDatabase;
  let decisions: DecisionsRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    decisions = new DecisionsRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE decision, sticky_state CASCADE'));

  it('returns a record as it was stored', async () => {
    const record = aDecision({
      optionOrder: ['b', 'a'],
      source: 'llm',
      policy: 'llm',
      arm: null,
      stickyOutcome: 'held',
      previousArtworkId: 'b',
    });
    await decisions.insertMany([aDecision(), record]);
    expect(await decisions.findById(record.decisionId)).toEqual(record);
  });

  it('finds many, and leaves out what is not there', async () => {
    const records = [aDecision(), aDecision(), aDecision()];
    await decisions.insertMany(records);
    const [first, , third] = records;
    const found = await decisions.findMany([third.decisionId, 'row 7', randomUUID(), first.decisionId]);
    expect(new Map(found.map((one) => [one.decisionId, one]))).toEqual(
      new Map([first, third].map((one) => [one.decisionId, one])),
    );
    expect(await decisions.findMany([])).toEqual([]);
  });

  it('keeps an absent option order absent', async () => {
    const record = aDecision({ optionOrder: null });
    await decisions.insertMany([record]);
    const { rows } = await test.database.pool.query('SELECT option_order IS NULL AS "isNull" FROM decision');
    expect(rows).toEqual([{ isNull: true }]);
  });

  it('keeps propensities, probabilities and scores bit for bit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(probability, probability, score), { minLength: 1 }),
        async (cases) => {
          const records = cases.map(([propensity, p, s]) =>
            aDecision({ propensity, candidates: [{ artworkId: 'a', probability: p, score: s }] }),
          );
          await decisions.insertMany(records);
          for (const { decisionId, propensity, candidates } of records) {
            const stored = await decisions.findById(decisionId);
            expect(Object.is(stored?.propensity, propensity)).toBe(true);
            expect(stored?.candidates).toEqual(candidates);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps the smallest and the finest doubles', async () => {
    for (const propensity of [Number.MIN_VALUE, 2 ** -1022, Number.EPSILON, 1 - 2 ** -53, 0.1 + 0.2, 1]) {
      const record = aDecision({ propensity });
      await decisions.insertMany([record]);
      expect((await decisions.findById(record.decisionId))?.propensity).toBe(propensity);
    }
  });

  it('keeps any well-formed text', async () => {
    await fc.assert(
      fc.asyncProperty(storableText, storableText, async (memberId, reason) => {
        const record = aDecision({ memberId, tierFailures: [{ source: 'llm', reason }] });
        await decisions.insertMany([record]);
        expect(await decisions.findById(record.decisionId)).toEqual(record);
      }),
      { numRuns: 50 },
    );
  });

  it('stores a repeated batch once and never changes a record', async () => {
    const record = aDecision();
    await decisions.insertMany([record]);
    await decisions.insertMany([{ ...record, artworkId: 'b' }]);
    expect(await decisions.findById(record.decisionId)).toEqual(record);
  });

  it('stores all of a batch or nothing', async () => {
    const good = aDecision();
    await expect(decisions.insertMany([good, aDecision({ propensity: 0 })])).rejects.toThrow(/propensity/);
    expect(await decisions.findById(good.decisionId)).toBeNull();
  });

  it.each([randomUUID(), 'not a uuid', ''])('finds nothing for %p', async (decisionId) => {
    expect(await decisions.findById(decisionId)).toBeNull();
  });

  it('does nothing for no records', async () => {
    await decisions.insertMany([]);
    expect(await decisions.lastDecidedAt()).toBeNull();
  });

  it('knows the time of the newest decision', async () => {
    await decisions.insertMany([
      aDecision({ decidedAt: minutesLater(5) }),
      aDecision({ decidedAt: EVENING }),
    ]);
    expect(await decisions.lastDecidedAt()).toEqual(minutesLater(5));
  });
});
