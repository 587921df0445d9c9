import { setImmediate as turnOfLoop } from 'node:timers/promises';
import fc from 'fast-check';
import { CALL_PRIORITIES, type CallPriority } from './call-priority';
import { PriorityLimit } from './priority-limit';

/** Work that runs until it is told to end. */
class Gate {
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => (this.open = resolve));
}

const limitOf = (concurrentCount: number, waitingCount = 1_000): PriorityLimit =>
  new PriorityLimit({ concurrentCount, waitingCount });

describe('PriorityLimit', () => {
  it('lets every waiting inline call run before any waiting precompute call, each kind in order', async () => {
    const limit = limitOf(1);
    const gate = new Gate();
    const first = limit.run({ priority: 'precompute' }, () => gate.opened);
    const order: string[] = [];
    const priorities = ['precompute', 'inline', 'precompute', 'inline'] as const;
    const rest = priorities.map((priority, i) =>
      limit.run({ priority }, () => Promise.resolve(void order.push(`${priority} ${i}`))),
    );
    gate.open();
    await Promise.all([first, ...rest]);
    expect(order).toEqual(['inline 1', 'inline 3', 'precompute 0', 'precompute 2']);
  });

  it('keeps one turn of several free of precompute work', async () => {
    const limit = limitOf(3);
    const gate = new Gate();
    let startedCount = 0;
    const start = (priority: CallPriority): Promise<void> =>
      limit.run({ priority }, () => {
        startedCount++;
        return gate.opened;
      });
    const calls = [start('precompute'), start('precompute'), start('precompute')];
    await turnOfLoop();
    expect(startedCount).toBe(2);
    calls.push(start('inline'));
    await turnOfLoop();
    expect(startedCount).toBe(3);
    gate.open();
    await Promise.all(calls);
  });

  it('gives way between two steps, and goes on before others of its kind', async () => {
    const limit = limitOf(1);
    const order: string[] = [];
    const gate = new Gate();
    const long = limit.run({ priority: 'precompute' }, async ({ giveWay }) => {
      order.push('step 1');
      await gate.opened;
      await giveWay();
      order.push('step 2');
    });
    const other = limit.run({ priority: 'precompute' }, () => Promise.resolve(void order.push('other')));
    const inline = limit.run({ priority: 'inline' }, () => Promise.resolve(void order.push('inline')));
    gate.open();
    await Promise.all([long, other, inline]);
    expect(order).toEqual(['step 1', 'inline', 'step 2', 'other']);
  });

  it('refuses what would wait behind too many', async () => {
    const limit = limitOf(1, 1);
    const gate = new Gate();
    const calls = [1, 2].map(() => limit.run({ priority: 'inline' }, () => gate.opened));
    const refused = limit.run({ priority: 'inline' }, () => gate.opened);
    await expect(refused).rejects.toMatchObject({ code: 'LLM_BUSY', isRetryable: true });
    gate.open();
    await Promise.all(calls);
  });

  it('lets a waiting call leave, and one that gives way', async () => {
    const limit = limitOf(1);
    const gates = [new Gate(), new Gate()];
    const controller = new AbortController();
    const { signal } = controller;
    const giving = limit.run({ priority: 'precompute', signal }, ({ giveWay }) =>
      gates[0].opened.then(giveWay),
    );
    const inline = limit.run({ priority: 'inline' }, () => gates[1].opened);
    const waiting = limit.run({ priority: 'precompute', signal }, () => Promise.reject(new Error('has run')));
    gates[0].open();
    await turnOfLoop();
    controller.abort();
    await expect(giving).rejects.toMatchObject({ code: 'LLM_ABORTED' });
    await expect(waiting).rejects.toMatchObject({ code: 'LLM_ABORTED' });
    gates[1].open();
    await inline;
    expect(await limit.run({ priority: 'precompute' }, () => Promise.resolve('free'))).toBe('free');
  });

  it('never runs more than it may and runs everything, whatever fails or is given up', async () => {
    const call = fc.record({
      priority: fc.constantFrom(...CALL_PRIORITIES),
      fate: fc.constantFrom('ends', 'fails', 'gives way', 'is given up'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(call, { maxLength: 20 }),
        async (most, calls) => {
          const limit = limitOf(most);
          let runningCount = 0;
          let largestCount = 0;
          const outcomes = calls.map(({ priority, fate }) => {
            const controller = new AbortController();
            const outcome = limit.run({ priority, signal: controller.signal }, async ({ giveWay }) => {
              largestCount = Math.max(largestCount, ++runningCount);
              await turnOfLoop();
              runningCount--;
              if (fate === 'gives way') await giveWay();
              if (fate === 'fails') throw new Error('as told');
            });
            if (fate === 'is given up') controller.abort();
            return outcome;
          });
          await Promise.allSettled(outcomes);
          expect(largestCount).toBeLessThanOrEqual(most);
          // Nothing was left behind: all turns are free again.
          const gate = new Gate();
          const all = Array.from({ length: most }, () =>
            limit.run({ priority: 'inline' }, () => gate.opened),
          );
          gate.open();
          await Promise.all(all);
        },
      ),
      { numRuns: 50 },
    );
  });
});
