import { requireShallowJson } from './json-depth';

const check = (text: string) => () => requireShallowJson(Buffer.from(text));

describe('requireShallowJson', () => {
  it.each([
    '{}',
    `${'['.repeat(32)}${']'.repeat(32)}`,
    `["${'['.repeat(100)}"]`,
    `["\\"${'{'.repeat(100)}"]`,
    JSON.stringify(Array.from({ length: 100 }, () => ({ a: [] }))),
  ])('takes %s', (text) => {
    expect(check(text)).not.toThrow();
  });

  it.each(['['.repeat(33), '{"a":'.repeat(33), `"\\\\"${'['.repeat(33)}`])('refuses %s', (text) => {
    expect(check(text)).toThrow(expect.objectContaining({ slug: 'malformed-json' }));
  });
});
