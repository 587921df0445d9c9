import { DependencyError, InputError, KeyartError, messageOf } from './errors';

describe('errors', () => {
  it('carry code, name and cause', () => {
    const cause = new Error('socket closed');
    const error = new DependencyError('DB_DOWN', 'no database', true, { cause });
    expect(error).toMatchObject({ code: 'DB_DOWN', name: 'DependencyError', isRetryable: true, cause });
    expect(error).toBeInstanceOf(KeyartError);
    expect(new InputError('BAD', 'bad')).not.toBeInstanceOf(DependencyError);
  });

  it('have a message whatever was thrown', () => {
    expect([messageOf(new Error('a')), messageOf('b'), messageOf(undefined)]).toEqual([
      'a',
      'b',
      'undefined',
    ]);
  });
});
