/** Every kind of problem this service answers with; each has a page in docs/problems. */
export const PROBLEM_TYPES = {
  'bad-request': { status: 400, title: 'The request cannot be understood' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'invalid-encoding': { status: 400, title: 'The body is not UTF-8' },
  'invalid-body': { status: 400, title: 'The body does not fit' },
  'invalid-parameter': { status: 400, title: 'A parameter of the address does not fit' },
  'missing-key': { status: 401, title: 'An API key is needed' },
  'unknown-key': { status: 401, title: 'The API key is not known' },
  'missing-scope': { status: 403, title: 'The API key has no right to this' },
  'unknown-route': { status: 404, title: 'There is nothing at this address' },
  'unknown-resource': { status: 404, title: 'No such thing' },
  'method-not-allowed': { status: 405, title: 'The address does not take this method' },
  'request-timeout': { status: 408, title: 'The request came too slowly' },
  conflict: { status: 409, title: 'The change contradicts what is stored' },
  'duplicate-picture': { status: 409, title: 'Another artwork has this picture' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is of a type not taken here' },
  'unusable-picture': { status: 422, title: 'The body is no picture that can be used' },
  'unfetchable-picture': { status: 422, title: 'The picture cannot be fetched' },
  'too-many-requests': { status: 429, title: 'Too many calls in a minute' },
  'headers-too-large': { status: 431, title: 'The address and headers are too long' },
  'dependency-unavailable': { status: 503, title: 'The service cannot answer right now' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const;

/** Name of a kind of problem; the last part of its `type`. */
export type ProblemSlug = keyof typeof PROBLEM_TYPES;
