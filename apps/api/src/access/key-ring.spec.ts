import { apiKeyHash, createLogger, ManualClock } from '@keyart/common';
import type { ApiKeyRecord } from '@keyart/db';
import { KeyRing } from './key-ring';

const DAY_MS = 86_400_000;
const record = (key: string): ApiKeyRecord => ({
  id: `id of ${key}`,
  name: key,
  prefix: '',
  keyHash: apiKeyHash(key),
  scopes: ['decide'],
  createdAt: new Date(0),
  expiresAt: null,
  lastUsedOn: null,
  replacedById: null,
  revokedAt: null,
});

function ringOf(known: ApiKeyRecord[]) {
  const asked: string[] = [];
  const used: string[] = [];
  const clock = new ManualClock(10 * DAY_MS);
  const keys = {
    findByHash: async (hash: string) => {
      asked.push(hash);
      return known.find(({ keyHash }) => keyHash === hash) ?? null;
    },
    recordUse: async (id: string) => void used.push(id),
  };
  return { ring: new KeyRing({ keys, clock, logger: createLogger('t', 'silent') }), clock, asked, used };
}

describe('KeyRing', () => {
  it('asks once in five seconds for a known key and notes its day', async () => {
    const { ring, clock, asked, used } = ringOf([record('a')]);
    expect(await ring.find('a')).toMatchObject({ keyId: 'id of a', name: 'a' });
    await ring.find('a');
    expect([asked.length, used]).toEqual([1, ['id of a']]);
    clock.advance(5_000);
    await ring.find('a');
    expect(asked).toHaveLength(2);
  });

  it('keeps nothing of guesses', async () => {
    const { ring, asked } = ringOf([]);
    for (const guess of ['x', 'x', 'y']) expect(await ring.find(guess)).toBeNull();
    expect(asked).toHaveLength(3);
    expect(ring.hasSeen('x')).toBe(false);
  });

  it('remembers having seen a key until it is revoked', async () => {
    const known = [record('a')];
    const { ring, clock } = ringOf(known);
    await ring.find('a');
    clock.advance(DAY_MS);
    expect(ring.hasSeen('a')).toBe(true);
    known[0] = { ...known[0], revokedAt: new Date(0) };
    expect(await ring.find('a')).toBeNull();
    expect(ring.hasSeen('a')).toBe(false);
  });

  it('ends a kept key at its very instant', async () => {
    const { ring, clock } = ringOf([{ ...record('a'), expiresAt: new Date(10 * DAY_MS + 1_000) }]);
    expect(await ring.find('a')).not.toBeNull();
    clock.advance(1_000);
    expect(await ring.find('a')).toBeNull();
  });
});
