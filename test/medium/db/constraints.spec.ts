import { DecisionsRepository } from '@keyart/db';
import { aDecision } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const MEMBER = `INSERT INTO member (id, profile_version) VALUES ('m', 'new')`;
const TITLE = `INSERT INTO title (id, name, synopsis, maturity, facets) VALUES ('t', '', '', '0', '{}')`;
const entry = (rating: number): string =>
  `INSERT INTO history_entry (member_id, title, rating, watched_at) VALUES ('m', 'x${rating}', ${rating}, now())`;
const artwork = (set: { maturity?: string; review?: string; sha256?: string }): string =>
  `INSERT INTO artwork (id, title_id, aspect, maturity, review_state, caption, caption_version, facets, origin, author, licence, sha256)
   VALUES ('a', 't', '16:9', '${set.maturity ?? '0'}', '${set.review ?? 'approved'}', '', '', '{}', '', '', '', ${set.sha256 ?? 'NULL'})`;

describe('what the tables refuse, whoever writes', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    await test.database.pool.query(MEMBER);
    await test.database.pool.query(TITLE);
  });
  afterAll(() => test.drop());

  it.each([0, -0.1, 1.0000000000000002, NaN])('propensity %p', async (propensity) => {
    const insert = new DecisionsRepository(test.database).insertMany([aDecision({ propensity })]);
    await expect(insert).rejects.toThrow(/propensity/);
  });

  it('a locked decision with another propensity than 1', async () => {
    const decisions = new DecisionsRepository(test.database);
    await expect(decisions.insertMany([aDecision({ isLocked: true })])).rejects.toThrow(
      /decision_locked_check/,
    );
    await decisions.insertMany([aDecision({ isLocked: true, propensity: 1 })]);
  });

  it.each([
    [
      'a reward beyond 1',
      (id: string) => `INSERT INTO reward VALUES ('${id}', 1.5, 'x', now(), 'l')`,
      'reward_reward_check',
    ],
    [
      'a NaN reward',
      (id: string) => `INSERT INTO reward VALUES ('${id}', 'NaN', 'x', now(), 'l')`,
      'reward_reward_check',
    ],
    [
      'a fraction beyond 1',
      (id: string) => `INSERT INTO event VALUES ('e', '${id}', 'progress', now(), now(), 1.5)`,
      'event_progress_check',
    ],
    [
      'an event without decision',
      () => `INSERT INTO event VALUES ('e', gen_random_uuid(), 'click', now(), now())`,
      'event_decision_id_fkey',
    ],
    ['a rating beyond 5', () => entry(5.5), 'history_entry_rating_check'],
    ['an unknown maturity', () => artwork({ maturity: '13' }), 'artwork_maturity_check'],
    ['an unknown review state', () => artwork({ review: 'fine' }), 'artwork_review_state_check'],
    ['half a picture', () => artwork({ sha256: `'abc'` }), 'artwork_picture_check'],
    [
      'a second catalogue version',
      () => 'INSERT INTO catalogue_version VALUES (2)',
      'catalogue_version_single_check',
    ],
  ])('%s', async (_, statement, constraint) => {
    const decision = aDecision();
    await new DecisionsRepository(test.database).insertMany([decision]);
    await expect(test.database.pool.query(statement(decision.decisionId))).rejects.toMatchObject({
      constraint,
    });
  });

  it.each(['active', 'shadow'])('two %s models of a kind', async (stage) => {
    const insert = (version: string): string =>
      `INSERT INTO model_version (version, kind, stage, payload, summary) VALUES ('${version}', 'bandit', '${stage}', '{}', '{}')`;
    await test.database.pool.query(insert(`${stage}-1`));
    await expect(test.database.pool.query(insert(`${stage}-2`))).rejects.toMatchObject({
      constraint: `model_version_${stage}_key`,
    });
  });

  it('nothing when a member is erased: decisions take their events and rewards along', async () => {
    const decision = aDecision({ memberId: 'leaving' });
    await new DecisionsRepository(test.database).insertMany([decision]);
    const { pool } = test.database;
    await pool.query(`INSERT INTO event VALUES ('last', '${decision.decisionId}', 'click', now(), now())`);
    await pool.query(`DELETE FROM decision WHERE member_id = 'leaving'`);
    expect((await pool.query(`SELECT id FROM event WHERE id = 'last'`)).rows).toEqual([]);
  });
});
