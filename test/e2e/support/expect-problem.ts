import type { Answer } from './api-fixture';

/** Checks status, media type and every member of a problem answer. */
export function expectProblem(answer: Answer, status: number, slug: string): void {
  expect({ status: answer.status, type: answer.body.type }).toEqual({ status, type: `/problems/${slug}` });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toEqual({
    type: `/problems/${slug}`,
    title: expect.stringMatching(/\S/),
    status,
    detail: expect.stringMatching(/\S/),
    instance: expect.stringMatching(/^\//),
    requestId: answer.headers.get('x-request-id'),
    errors: expect.any(Array),
    ...(['unusable-picture', 'unfetchable-picture'].includes(slug) && {
      reason: expect.stringMatching(/^PICTURE_[A-Z_]+$/),
    }),
    ...(slug === 'duplicate-picture' && { duplicateOf: expect.any(String), distance: expect.any(Number) }),
  });
}
