import { DependencyError, InputError } from '@keyart/common';
import { databaseErrorOf } from './errors';

const withCode = (code: string, over: object = {}): Error => Object.assign(new Error('x'), { code, ...over });

describe('databaseErrorOf', () => {
  it.each(['ECONNREFUSED', '57P01', '53300', '08006', 'P1001', 'P2024'])(
    'takes %s for a database away',
    (code) => {
      expect(databaseErrorOf(withCode(code))).toMatchObject({
        code: 'DATABASE_UNAVAILABLE',
        isRetryable: true,
      });
    },
  );

  it('finds the code in causes, aggregates and driver errors', () => {
    const refused = withCode('ECONNREFUSED');
    for (const error of [
      new Error('x', { cause: refused }),
      new AggregateError([new Error('y'), refused]),
      withCode('P2010', { meta: { driverAdapterError: { cause: { originalCode: '57P03' } } } }),
    ])
      expect(databaseErrorOf(error)).toBeInstanceOf(DependencyError);
  });

  it('keeps the cause', () => {
    const error = new Error('Connection terminated unexpectedly');
    expect(databaseErrorOf(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', cause: error });
  });

  it.each(['40P01', '40001', 'P2034'])('takes %s for a conflict to retry', (code) => {
    expect(databaseErrorOf(withCode(code))).toMatchObject({ code: 'DATABASE_CONFLICT', isRetryable: true });
  });

  it.each(['22021', '22P05'])("takes %s for the caller's mistake", (code) => {
    expect(databaseErrorOf(withCode(code))).toBeInstanceOf(InputError);
  });

  it.each([withCode('23505'), withCode('42601'), new TypeError('bug'), 'text', null, undefined])(
    'leaves %p as it is',
    (error) => {
      expect(databaseErrorOf(error)).toBe(error);
    },
  );
});
