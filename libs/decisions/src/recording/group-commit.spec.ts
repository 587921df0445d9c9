import fc from 'fast-check';
import { GroupCommit } from './group-commit';

/** A flush that ends when told. */
class HeldFlush {
  readonly batches: number[][] = [];
  private ends: { resolve: () => void; reject: (reason: Error) => void }[] = [];

  readonly flush = (items: readonly number[]): Promise<void> => {
    this.batches.push([...items]);
    return new Promise((resolve, reject) => this.ends.push({ resolve, reject }));
  };

  get runningCount(): number {
    return this.ends.length;
  }

  async end(failure?: Error): Promise<void> {
    const next = this.ends.shift();
    if (!next) throw new Error('no flush is running');
    if (failure) next.reject(failure);
    else next.resolve();
    await new Promise(setImmediate);
  }
}

/** The state of a promise now. */
async function stateOf(promise: Promise<void>): Promise<string> {
  const settled = promise.then(
    () => 'durable',
    (reason: Error) => reason.message,
  );
  return Promise.race([settled, new Promise<string>((resolve) => setImmediate(resolve, 'waiting'))]);
}

describe('GroupCommit', () => {
  it('writes at once when idle, and together what comes meanwhile', async () => {
    const held = new HeldFlush();
    const commit = new GroupCommit<number>(held.flush);
    const writes = [commit.write([1]), commit.write([2, 3]), commit.write([4])];
    expect(held.batches).toEqual([[1]]);
    await held.end();
    expect(held.batches).toEqual([[1], [2, 3, 4]]);
    expect(await Promise.all(writes.map(stateOf))).toEqual(['durable', 'waiting', 'waiting']);
    await held.end();
    expect(await Promise.all(writes.map(stateOf))).toEqual(['durable', 'durable', 'durable']);
  });

  it('rejects exactly the writers of the flush that failed, and goes on', async () => {
    const held = new HeldFlush();
    const commit = new GroupCommit<number>(held.flush);
    const writes = [commit.write([1]), commit.write([2]), commit.write([3])];
    writes.forEach((write) => write.catch(() => undefined));
    await held.end();
    const later = commit.write([4]);
    await held.end(new Error('disk full'));
    await held.end();
    const states = await Promise.all([...writes, later].map(stateOf));
    expect(states).toEqual(['durable', 'disk full', 'disk full', 'durable']);
    const afterwards = commit.write([5]);
    await held.end();
    expect(await stateOf(afterwards)).toBe('durable');
  });

  it('goes on after a flush that throws before it starts', async () => {
    let isBroken = true;
    const commit = new GroupCommit<number>(() => {
      if (isBroken) throw new Error('no connection');
      return Promise.resolve();
    });
    await expect(commit.write([1])).rejects.toThrow('no connection');
    isBroken = false;
    await expect(commit.write([2])).resolves.toBeUndefined();
  });

  it('writes nothing for nothing', async () => {
    const held = new HeldFlush();
    await new GroupCommit<number>(held.flush).write([]);
    expect(held.batches).toEqual([]);
  });

  it('never splits a write, keeps the order, one flush at a time, batches within the maximum', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 12 }), async (counts, maxBatchCount) => {
        const held = new HeldFlush();
        const commit = new GroupCommit<number>(held.flush, maxBatchCount);
        let next = 0;
        const groups = counts.map((count) => Array.from({ length: count }, () => next++));
        const writes = groups.map((group) => commit.write(group));
        while (held.runningCount > 0) {
          expect(held.runningCount).toBe(1);
          await held.end();
        }
        await Promise.all(writes);
        expect(held.batches.flat()).toEqual(groups.flat());
        const starts = new Set(groups.map(([first]) => first));
        expect(held.batches.every(([first]) => starts.has(first))).toBe(true);
        const alone = Math.max(maxBatchCount, ...counts);
        expect(held.batches.every(({ length }) => length <= alone)).toBe(true);
        const overfull = held.batches.filter(({ length }) => length > maxBatchCount);
        expect(overfull.every((batch) => groups.some((group) => group.length === batch.length))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
