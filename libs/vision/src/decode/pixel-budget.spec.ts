import { PixelBudget } from './pixel-budget';

describe('PixelBudget', () => {
  /** Work that ends when told; says in `log` when it begins. */
  function works(budget: PixelBudget) {
    const log: string[] = [];
    const begin = (name: string, px: number) => {
      let end = (): void => undefined;
      const done = budget.spend(px, async () => {
        log.push(name);
        await new Promise<void>((resolve) => (end = resolve));
      });
      return { done, end: () => end() };
    };
    return { log, begin };
  }
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('begins what there is room for, in order', async () => {
    const { log, begin } = works(new PixelBudget(10));
    const first = begin('6', 6);
    const second = begin('4', 4);
    const third = begin('7', 7);
    const fourth = begin('1', 1);
    await settled();
    expect(log).toEqual(['6', '4']);
    second.end();
    await settled();
    expect(log).toEqual(['6', '4']);
    first.end();
    await settled();
    expect(log).toEqual(['6', '4', '7', '1']);
    [third, fourth].forEach(({ end }) => end());
    await Promise.all([first, second, third, fourth].map(({ done }) => done));
  });

  it('lets more than all of it through when nothing else is done', async () => {
    const { log, begin } = works(new PixelBudget(10));
    const huge = begin('huge', 1_000);
    const small = begin('small', 1);
    await settled();
    expect(log).toEqual(['huge']);
    huge.end();
    await settled();
    small.end();
    await Promise.all([huge.done, small.done]);
    expect(log).toEqual(['huge', 'small']);
  });

  it('gives room back when work fails, and passes the failure on', async () => {
    const budget = new PixelBudget(10);
    await expect(budget.spend(10, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await budget.spend(10, async () => 'yes')).toBe('yes');
  });
});
