import { ManualClock, SystemClock } from './clock';

describe('clocks', () => {
  it('the manual one stands still until told to move', () => {
    const clock = new ManualClock(1000);
    expect(clock.nowMs()).toBe(1000);
    clock.advance(250);
    expect(clock.nowMs()).toBe(1250);
  });

  it('the manual one refuses to go back', () => {
    expect(() => new ManualClock(1000).advance(-1)).toThrow(RangeError);
  });

  it('the system one tells the time', () => {
    const beforeMs = Date.now();
    const nowMs = new SystemClock().nowMs();
    expect(nowMs).toBeGreaterThanOrEqual(beforeMs);
    expect(nowMs).toBeLessThanOrEqual(Date.now());
  });
});
