import { rateClassOf } from './rate-class';

describe('rateClassOf', () => {
  it.each([
    [['decide'], 'serving'],
    [['events'], 'serving'],
    [['decide', 'analyst'], 'managing'],
    [['catalogue'], 'managing'],
    [['analyst', 'admin'], 'managing'],
    [['admin'], 'admin'],
  ] as const)('%j is %s', (scopes, expected) => {
    expect(rateClassOf(scopes)).toBe(expected);
  });
});
