import { HttpException } from '@nestjs/common';
import { DependencyError, InputError, NotFoundError } from '@keyart/common';
import { problemOfError } from './problem-of-error';
import { ProblemException } from './problem.exception';

describe('problemOfError', () => {
  it.each([
    [new ProblemException('conflict', 'no'), 'conflict', 'no'],
    [new InputError('PICTURE_UNREADABLE', 'no picture'), 'unusable-picture', 'no picture'],
    [new InputError('PICTURE_TOO_LARGE', 'too large'), 'body-too-large', 'too large'],
    [new InputError('ANY', 'wrong'), 'invalid-body', 'wrong'],
    [new NotFoundError('ANY', 'gone'), 'unknown-resource', 'gone'],
    [new HttpException('x', 413), 'body-too-large', 'send less in one call'],
    [new HttpException('x', 418), 'bad-request', 'the request is not well formed'],
  ])('%s', (error, slug, detail) => {
    const problem = problemOfError(error);
    expect({ slug: problem.slug, detail: problem.detail }).toEqual({ slug, detail });
  });

  it('names the reason why a picture is refused', () => {
    const { extension } = problemOfError(new InputError('PICTURE_ANIMATED', 'moves'));
    expect(extension).toEqual({ reason: 'PICTURE_ANIMATED' });
  });

  it.each([new Error('secret'), new HttpException('secret', 502), 'secret', null])(
    'says nothing of a fault inside: %s',
    (error) => {
      const problem = problemOfError(error);
      expect(problem.slug).toBe('internal');
      expect(problem.detail).not.toContain('secret');
    },
  );

  it('asks to come back when a dependency is away', () => {
    const problem = problemOfError(new DependencyError('DATABASE_UNAVAILABLE', 'secret host', true));
    expect(problem.slug).toBe('dependency-unavailable');
    expect(problem.headers).toEqual({ 'retry-after': '2' });
    expect(problem.detail).not.toContain('secret');
  });

  it.each(['DERIVATIVE_NOT_MADE', 'DERIVATIVES_BUSY'])(
    'tells what is the matter with a picture: %s',
    (code) => {
      const problem = problemOfError(new DependencyError(code, 'secret path', true));
      expect(problem.slug).toBe('dependency-unavailable');
      expect(problem.detail).toContain('picture');
      expect(problem.detail).not.toContain('secret');
    },
  );
});
