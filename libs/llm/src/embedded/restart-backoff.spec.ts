import { RestartBackoff } from './restart-backoff';

describe('RestartBackoff', () => {
  it('starts at once, doubles with failures up to 30 s, forgets after a success', () => {
    const backoff = new RestartBackoff();
    const delays = Array.from({ length: 10 }, () => {
      const { delayMs } = backoff;
      backoff.failed();
      return delayMs;
    });
    expect(delays).toEqual([0, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000]);
    backoff.succeeded();
    expect(backoff.delayMs).toBe(0);
  });
});
