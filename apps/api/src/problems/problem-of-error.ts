import { HttpException } from '@nestjs/common';
import { DependencyError, InputError, NotFoundError } from '@keyart/common';
import { ProblemException } from './problem.exception';
import type { ProblemSlug } from './problem-types';

const RETRY_AFTER_SECONDS = '2';

const SLUG_OF_STATUS: Readonly<Record<number, ProblemSlug>> = {
  401: 'missing-key',
  403: 'missing-scope',
  404: 'unknown-route',
  405: 'method-not-allowed',
  408: 'request-timeout',
  409: 'conflict',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

const DETAIL_OF_SLUG: Partial<Record<ProblemSlug, string>> = {
  'body-too-large': 'send less in one call',
  'unsupported-media-type': 'send the body as application/json, in UTF-8',
  'unknown-route': 'the address is not one of this service; see /docs',
};

/** Said instead of the general line; nothing of the inside. */
const DETAIL_OF_CODE: Readonly<Record<string, string>> = {
  DERIVATIVE_NOT_MADE:
    'the picture could not be made in this size and format; without parameters it is as it was put',
  FFMPEG_MISSING: 'ffmpeg is not on this machine: pictures cannot be taken from videos',
  VIDEO_FILE_MISSING: 'the file of the video is not on this machine',
  DERIVATIVES_BUSY: 'too many pictures are being made; try again shortly',
};
const TOO_LARGE_CODES = ['PICTURE_TOO_LARGE', 'VIDEO_TOO_LARGE'];
const FETCH_CODES = ['PICTURE_URL_REFUSED', 'PICTURE_NOT_FETCHED'];

/** The problem that answers an error; what is not meant for callers becomes `internal` and says nothing. */
export function problemOfError(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  if (error instanceof HttpException) return ofHttpException(error);
  if (error instanceof NotFoundError) return new ProblemException('unknown-resource', error.message);
  if (error instanceof InputError) return ofInputError(error);
  if (error instanceof DependencyError) {
    const headers = { 'retry-after': RETRY_AFTER_SECONDS };
    const detail =
      DETAIL_OF_CODE[error.code] ?? 'a part this service depends on does not answer; try again shortly';
    return new ProblemException('dependency-unavailable', detail, { headers, cause: error });
  }
  return new ProblemException('internal', 'the fault is recorded under the request id', { cause: error });
}

function ofInputError(error: InputError): ProblemException {
  if (TOO_LARGE_CODES.includes(error.code)) return new ProblemException('body-too-large', error.message);
  if (!error.code.startsWith('PICTURE_')) return new ProblemException('invalid-body', error.message);
  const slug = FETCH_CODES.includes(error.code) ? 'unfetchable-picture' : 'unusable-picture';
  return new ProblemException(slug, error.message, { extension: { reason: error.code } });
}

function ofHttpException(error: HttpException): ProblemException {
  const status = error.getStatus();
  if (status >= 500) return new ProblemException('internal', 'the fault is recorded under the request id');
  const slug = SLUG_OF_STATUS[status] ?? 'bad-request';
  return new ProblemException(slug, DETAIL_OF_SLUG[slug] ?? 'the request is not well formed');
}
