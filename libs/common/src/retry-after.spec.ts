import { retryAfterMsOf } from './retry-after';

describe('retryAfterMsOf', () => {
  it.each([
    ['2', 2000],
    ['0.5', 500],
    ['0', 0],
    ['-1', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('reads %j as %p ms', (value, expected) => {
    expect(retryAfterMsOf(new Headers({ 'retry-after': value }))).toBe(expected);
  });

  it('says nothing where the server says nothing', () => {
    expect(retryAfterMsOf(new Headers())).toBeUndefined();
  });
});
