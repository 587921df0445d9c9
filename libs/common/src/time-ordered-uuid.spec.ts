import { timeOrderedUuid } from './time-ordered-uuid';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('timeOrderedUuid', () => {
  it('is a UUID of version 7 that begins with the time', () => {
    const nowMs = Date.UTC(2026, 10, 25, 12);
    const id = timeOrderedUuid(nowMs);
    expect(id).toMatch(VERSION_7);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(nowMs);
  });

  it('never comes twice, however many of one millisecond', () => {
    expect(new Set(Array.from({ length: 2_000 }, () => timeOrderedUuid(1))).size).toBe(2_000);
  });

  it('sorts by time', () => {
    const ids = [1, 255, 256, 2 ** 40].map((ms) => timeOrderedUuid(ms));
    expect([...ids].sort()).toEqual(ids);
  });
});
