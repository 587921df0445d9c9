import { ManualClock } from '@keyart/common';
import type { PrecomputeRunRecord } from '@keyart/contracts';
import {
  DecisionsRepository,
  MembersRepository,
  PrecomputeRunsRepository,
  PreferencesRepository,
} from '@keyart/db';
import { PrecomputeRunWalk, RUN_BATCH_COUNT, ScoreRunMember, type RunMember } from '@keyart/decisions';
import { LlmError, LLM_ERROR_CODES } from '@keyart/llm';
import { MemberNotFoundError } from '@keyart/decisions';
import { aDecision, aHistoryEntry, EVENING } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const DAY_MS = 24 * 3_600_000;
const MEMBER_COUNT = RUN_BATCH_COUNT + 50;

describe('a precompute run', () => {
  let test: TestDatabase;
  let runs: PrecomputeRunsRepository;
  let walk: PrecomputeRunWalk;
  let turns: ScoreRunMember;
  let clock: ManualClock;
  /** A queue that holds what was put in line, each member once, as the real one does. */
  let line: Map<string, RunMember>;
  let scored: string[];
  let fault: Error | null;

  beforeAll(async () => {
    test = await createTestDatabase();
    runs = new PrecomputeRunsRepository(test.database);
    const ids = Array.from({ length: MEMBER_COUNT }, (_, i) => `m${String(i).padStart(3, '0')}`);
    await test.database.query({
      text: 'INSERT INTO member (id, updated_at) SELECT id, $2 FROM unnest($1::text[]) AS id',
      values: [ids, EVENING],
    });
  });
  afterAll(() => test.drop());

  beforeEach(async () => {
    await test.database.query({ text: 'TRUNCATE precompute_run CASCADE' });
    clock = new ManualClock(EVENING.getTime());
    line = new Map();
    scored = [];
    fault = null;
    const enqueue = (member: RunMember): Promise<void> =>
      Promise.resolve(void line.set(member.memberId, member));
    walk = new PrecomputeRunWalk({ runs, clock, enqueue });
    const scoreMember = {
      run: ({ memberId }: { memberId: string }) => {
        if (fault) return Promise.reject(fault);
        scored.push(memberId);
        return Promise.resolve({ scoredCount: 1, skippedCount: 0 });
      },
    };
    turns = new ScoreRunMember({ runs, clock, scoreMember, walk });
  });

  /** Works the line off, at most `count` members. */
  async function work(count = Infinity, isLastAttempt = false): Promise<void> {
    for (let i = 0; i < count && line.size > 0; i++) {
      const [member] = line.values();
      line.delete(member.memberId);
      await turns.run({ ...member, isLastAttempt });
    }
  }

  const found = async (): Promise<PrecomputeRunRecord> => (await runs.newest(1))[0];

  it('scores every active member once, never more in line than a batch, and ends', async () => {
    await walk.begin();
    await walk.goOn();
    expect(line.size).toBe(RUN_BATCH_COUNT);
    expect(await found()).toMatchObject({ status: 'running', totalCount: MEMBER_COUNT, doneCount: 0 });
    await work();
    expect(scored).toHaveLength(MEMBER_COUNT);
    expect(new Set(scored).size).toBe(MEMBER_COUNT);
    expect(await found()).toMatchObject({
      status: 'done',
      doneCount: MEMBER_COUNT,
      failedCount: 0,
      finishedAt: EVENING,
    });
  });

  it('goes on where it stopped after its queue and workers are gone, and counts nobody twice', async () => {
    await walk.begin();
    await walk.goOn();
    const [first] = line.values();
    await work(30);
    line.clear();
    expect((await walk.goOn()).waitingCount).toBe(RUN_BATCH_COUNT);
    // A job that was killed after it had counted its member comes again.
    expect(await turns.run({ ...first, isLastAttempt: false })).toMatchObject({ outcome: 'not-in-line' });
    await work();
    expect(await found()).toMatchObject({ status: 'done', doneCount: MEMBER_COUNT });
    expect(scored).toHaveLength(MEMBER_COUNT);
  });

  it('waits while paused, goes on when resumed, and stops for good when cancelled', async () => {
    const runId = (await walk.begin()) ?? '';
    await walk.goOn();
    await work(10);
    expect(await runs.pause(runId, { reason: null, at: EVENING })).toBe(true);
    await work(20);
    await walk.goOn();
    expect(scored).toHaveLength(10);
    expect(await found()).toMatchObject({ status: 'paused', reason: null, doneCount: 10 });
    expect(await walk.begin()).toBeNull();
    expect(await runs.resume(runId, EVENING)).toBe(true);
    expect((await walk.goOn()).waitingCount).toBe(RUN_BATCH_COUNT);
    await work(5);
    expect(await runs.cancel(runId, EVENING)).toBe(true);
    await work();
    expect(scored).toHaveLength(15);
    expect(await found()).toMatchObject({ status: 'cancelled', doneCount: 15, finishedAt: EVENING });
    expect(await runs.resume(runId, EVENING)).toBe(false);
    expect(await walk.begin()).not.toBeNull();
  });

  it('pauses itself when the model keeps failing, and tries again at the next step', async () => {
    await walk.begin();
    await walk.goOn();
    fault = new LlmError(LLM_ERROR_CODES.circuitOpen, 'open', { isRetryable: true });
    await expect(work(1)).rejects.toBe(fault);
    await work(1, true);
    expect(await found()).toMatchObject({ status: 'paused', reason: 'LLM_CIRCUIT_OPEN', failedCount: 0 });
    fault = null;
    await walk.goOn();
    await work();
    expect(await found()).toMatchObject({ status: 'done', reason: null, doneCount: MEMBER_COUNT });
  });

  it('gives a member up that cannot be scored, and waits where there is no model', async () => {
    const enqueue = (): Promise<void> => Promise.reject(new Error('nothing to put in line'));
    const without = new PrecomputeRunWalk({ runs, clock, enqueue, missing: 'NO_LLM' });
    expect(await without.begin()).toBeNull();
    const runId = await walk.begin();
    await walk.goOn();
    fault = new MemberNotFoundError();
    await work(1);
    expect(await found()).toMatchObject({ doneCount: 0, failedCount: 1 });
    expect(await without.goOn()).toEqual({ runId, waitingCount: 0 });
    expect(await found()).toMatchObject({ status: 'paused', reason: 'NO_LLM' });
  });

  it('takes who was seen or changed within thirty days and wants pictures by taste', async () => {
    clock.advance(31 * DAY_MS);
    const decidedAt = new Date(EVENING.getTime() + 2 * DAY_MS);
    const decisions = ['m001', 'm002'].map((memberId) => aDecision({ memberId, decidedAt }));
    await new DecisionsRepository(test.database).insertMany(decisions);
    await new PreferencesRepository(test.database).savePersonalised('m002', false, EVENING);
    await new MembersRepository(test.database).importHistory('new', { entries: [aHistoryEntry()] });
    await walk.begin();
    await walk.goOn();
    expect([...line.keys()].sort()).toEqual(['m001', 'new']);
    expect(await found()).toMatchObject({ totalCount: 2 });
    await test.database.query({ text: "DELETE FROM member WHERE id = 'new'" });
    expect((await walk.goOn()).waitingCount).toBe(1);
  });
});
