import { isFromLogAlone, keyartPolicyOf, policyText } from './keyart-policy';

const named = (policy: string) => ({ kind: 'named', policy }) as const;

describe('keyartPolicyOf', () => {
  it.each([
    ['production', { name: 'production', models: 'in-service' }],
    ['llm', { name: 'llm', models: 'in-service' }],
    ['hybrid', { name: 'hybrid', models: 'in-service' }],
    ['popular@cross-fitted', { name: 'popular', models: 'cross-fitted' }],
  ])('reads policy:%s, and writes it again', (text, policy) => {
    const found = keyartPolicyOf(named(text));
    expect(found).toEqual(policy);
    expect(found && policyText(found)).toBe(`policy:${text}`);
  });

  it.each([named('uniform'), { kind: 'logging' } as const, { kind: 'file', file: 'a.csv' } as const])(
    'leaves %j to the log',
    (spec) => expect(keyartPolicyOf(spec)).toBeNull(),
  );

  it.each(['banana', 'popular@v1', 'uniform@cross-fitted', 'toString'])(
    'refuses policy:%s with the names that are known',
    (text) =>
      expect(() => keyartPolicyOf(named(text))).toThrow(
        `policy:${text} is not known; known are uniform, logging, production, popular, not-personalised, llm, hybrid`,
      ),
  );

  it('refuses a cross-fitted hybrid, saying how else', () => {
    expect(() => keyartPolicyOf(named('hybrid@cross-fitted'))).toThrow('with the models in service only');
  });

  it('needs the log alone for cross-fitted popularity', () => {
    expect(isFromLogAlone({ name: 'popular', models: 'cross-fitted' })).toBe(true);
    expect(isFromLogAlone({ name: 'popular', models: 'in-service' })).toBe(false);
  });
});
