import { ManualClock } from '@keyart/common';
import type { ErasureRecord } from '@keyart/contracts';
import { EraseMember } from './erase-member';

const START_MS = Date.parse('2026-03-01T20:00:00Z');
const GRACE_MS = 60_000;
const REQUEST = { memberId: 'ana', erasureId: 'e1' };

/** Rows and jobs by pass; the last entry lasts. */
function world(passes: readonly { rows: Record<string, number>; removed: number; active: number }[]) {
  const clock = new ManualClock(START_MS);
  let erasure: ErasureRecord = {
    erasureId: 'e1',
    memberHash: 'h',
    requestedAt: new Date(START_MS),
    erasedAt: null,
    completedAt: null,
    counts: {},
  };
  let pass = -1;
  const order: string[] = [];
  const eraseMember = new EraseMember({
    clock,
    graceMs: GRACE_MS,
    erasures: {
      find: async (id) => (id === erasure.erasureId ? erasure : null),
      savePass: async (saved) => void (erasure = { ...erasure, ...saved }),
    },
    jobs: {
      remove: async () => {
        order.push('jobs');
        pass = Math.min(pass + 1, passes.length - 1);
        return { removedCount: passes[pass].removed, activeCount: passes[pass].active };
      },
    },
    data: { erase: async () => (order.push('rows'), passes[pass].rows) },
  });
  return { clock, eraseMember, order, erasure: () => erasure };
}

describe('EraseMember', () => {
  it('erases at once, jobs first, and once more after the grace time', async () => {
    const { clock, eraseMember, order, erasure } = world([
      { rows: { decision: 3, member: 1 }, removed: 2, active: 0 },
      { rows: { decision: 1 }, removed: 0, active: 0 },
    ]);
    expect(await eraseMember.run(REQUEST)).toEqual({ state: 'sweeping', againAtMs: START_MS + GRACE_MS });
    expect(order).toEqual(['jobs', 'rows']);
    expect(erasure()).toMatchObject({ erasedAt: new Date(START_MS), completedAt: null });
    clock.advance(GRACE_MS);
    const counts = { decision: 4, member: 1, jobs: 2 };
    expect(await eraseMember.run(REQUEST)).toEqual({ state: 'completed', counts });
    expect(erasure()).toMatchObject({ counts, completedAt: new Date(START_MS + GRACE_MS) });
  });

  it('erases again but does not end early when it is run early', async () => {
    const { clock, eraseMember } = world([{ rows: {}, removed: 0, active: 0 }]);
    await eraseMember.run(REQUEST);
    clock.advance(GRACE_MS - 1);
    expect(await eraseMember.run(REQUEST)).toEqual({ state: 'sweeping', againAtMs: START_MS + GRACE_MS });
  });

  it('waits for jobs of the member that run', async () => {
    const { clock, eraseMember, erasure } = world([
      { rows: {}, removed: 0, active: 1 },
      { rows: {}, removed: 0, active: 1 },
      { rows: { artwork_score: 5 }, removed: 1, active: 0 },
    ]);
    await eraseMember.run(REQUEST);
    clock.advance(GRACE_MS);
    expect(await eraseMember.run(REQUEST)).toMatchObject({ state: 'sweeping' });
    clock.advance(5_000);
    expect(await eraseMember.run(REQUEST)).toMatchObject({ state: 'completed' });
    expect(erasure().counts).toEqual({ artwork_score: 5, jobs: 1 });
  });

  it('refuses an erasure that nobody asked for', async () => {
    const { eraseMember, order } = world([{ rows: {}, removed: 0, active: 0 }]);
    const unasked = eraseMember.run({ memberId: 'ana', erasureId: 'e2' });
    await expect(unasked).rejects.toMatchObject({ code: 'ERASURE_NOT_FOUND' });
    expect(order).toEqual([]);
  });
});
