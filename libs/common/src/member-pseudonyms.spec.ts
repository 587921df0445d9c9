import { MemberPseudonyms } from './member-pseudonyms';

const DAY_MS = 24 * 3_600_000;
const NOON_MS = Date.parse('2026-03-01T12:00:00Z');

describe('MemberPseudonyms', () => {
  const pseudonyms = new MemberPseudonyms('secret');

  it('keeps a member’s name for a UTC day and gives another the next', () => {
    const name = pseudonyms.pseudonymOf('ana', NOON_MS);
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(pseudonyms.pseudonymOf('ana', NOON_MS + DAY_MS / 2 - 1)).toBe(name);
    expect(pseudonyms.pseudonymOf('ana', NOON_MS + DAY_MS / 2)).not.toBe(name);
  });

  it('names members and installations apart', () => {
    const names = ['ana', 'ben'].flatMap((memberId) =>
      ['secret', 'other'].map((secret) => new MemberPseudonyms(secret).pseudonymOf(memberId, NOON_MS)),
    );
    expect(new Set(names).size).toBe(4);
  });

  it('has a lasting hash that no day’s name begins', () => {
    const hash = pseudonyms.lastingHashOf('ana');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(pseudonyms.lastingHashOf('ana')).toBe(hash);
    expect(hash.startsWith(pseudonyms.pseudonymOf('ana', NOON_MS))).toBe(false);
  });
});
