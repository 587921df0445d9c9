import { apiKeyHash, apiKeyOf, newApiKey } from './api-key';

describe('newApiKey', () => {
  it('draws 192 bits behind a word to search for', () => {
    const keys = Array.from({ length: 100 }, () => newApiKey());
    expect(new Set(keys.map(({ key }) => key)).size).toBe(100);
    for (const { key } of keys) expect(key).toMatch(/^keyart_[A-Za-z0-9_-]{32}$/);
  });

  it('shows five characters of the secret and keeps a hash of all of it', () => {
    const { key, prefix, keyHash } = newApiKey('keyart_demo');
    expect(prefix).toHaveLength('keyart_demo_'.length + 5);
    expect(key.startsWith(prefix)).toBe(true);
    expect(keyHash).toBe(apiKeyHash(key));
    expect(keyHash).not.toContain(key);
  });

  it('says the same of a key that exists', () => {
    const drawn = newApiKey('other');
    expect(apiKeyOf(drawn.key, 'other')).toEqual(drawn);
  });
});
