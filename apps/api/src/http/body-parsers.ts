import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem.exception';

const MEBIBYTE = 1024 * 1024;
/** 1,000 events or 200 titles stay far below; a history of 5,000 entries with long casts fits. */
export const MAX_JSON_BYTES = 8 * MEBIBYTE;
export const MAX_PICTURE_BYTES = 20 * MEBIBYTE;

const WRONG_TYPE = {
  json: 'send the body as application/json, in UTF-8',
  picture: 'send the picture itself, as image/jpeg, image/png, image/webp or image/avif',
};

/** Registers what bodies the service reads: strict UTF-8 JSON, and pictures where a route takes one. */
export function registerBodyParsers(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  const json = { parseAs: 'buffer' as const, bodyLimit: MAX_JSON_BYTES };
  instance.addContentTypeParser('application/json', json, async (request: FastifyRequest, body: Buffer) => {
    requireBodyKind(request, 'json');
    return parseJson(body);
  });
  const picture = { parseAs: 'buffer' as const, bodyLimit: MAX_PICTURE_BYTES };
  instance.addContentTypeParser(
    /^image\/(jpeg|png|webp|avif)$/,
    picture,
    async (request: FastifyRequest, body: Buffer) => {
      requireBodyKind(request, 'picture');
      return body;
    },
  );
}

function requireBodyKind(request: FastifyRequest, given: 'json' | 'picture'): void {
  const taken = request.routeOptions.config.body ?? 'json';
  if (taken !== given) throw new ProblemException('unsupported-media-type', WRONG_TYPE[taken]);
}

function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw new ProblemException('invalid-encoding', 'the body is not valid UTF-8');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new ProblemException('malformed-json', 'the body is not well-formed JSON', { cause });
  }
}
