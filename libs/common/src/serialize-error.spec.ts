import { DependencyError } from './errors';
import { serializeError } from './serialize-error';

const SECRET = 'marked-member';
const driverError = Object.assign(new Error(`invalid input syntax: "${SECRET}"\n    at ${SECRET}.js`), {
  name: 'error',
  code: '23505',
  detail: `Key (id)=(${SECRET}) already exists.`,
  parameters: [SECRET],
  where: SECRET,
  constraint: 'member_pkey',
  table: 'member',
});

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('serializeError', () => {
  it('keeps what names the fault and drops what may quote a row', () => {
    const line = serializeError(
      new DependencyError('X', 'the log cannot be written', true, { cause: driverError }),
    );
    expect(line).toMatchObject({
      type: 'DependencyError',
      code: 'X',
      message: 'the log cannot be written',
      cause: { type: 'error', code: '23505', constraint: 'member_pkey', table: 'member' },
    });
    expect(line.stack).toContain('serialize-error.spec');
    expect(JSON.stringify(line)).not.toContain(SECRET);
  });

  it('keeps messages of the language but not of its parser', () => {
    expect(serializeError(new TypeError('x is not a function')).message).toBe('x is not a function');
    const fault = thrownBy(() => JSON.parse(`{"a": ${SECRET}}`));
    expect((fault as Error).message).toContain('marked');
    expect(JSON.stringify(serializeError(fault))).not.toContain('marked');
  });

  it('says only the type of what is no error', () => {
    expect(serializeError(SECRET)).toEqual({ type: 'string' });
  });

  it('ends where causes run in a circle', () => {
    const error = new Error('x');
    error.cause = error;
    expect(() => JSON.stringify(serializeError(error))).not.toThrow();
  });
});
