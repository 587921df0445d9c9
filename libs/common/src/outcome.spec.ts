import { fail, succeed, type Outcome } from './outcome';

const half = (value: number): Outcome<number, 'odd'> => (value % 2 === 0 ? succeed(value / 2) : fail('odd'));

describe('outcome', () => {
  it('is told apart by `ok`', () => {
    expect(half(8)).toEqual({ ok: true, value: 4 });
    expect(half(7)).toEqual({ ok: false, error: 'odd' });
  });
});
