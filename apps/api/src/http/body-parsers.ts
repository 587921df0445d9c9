import { isUtf8 } from 'node:buffer';
import multipart from '@fastify/multipart';
import { MAX_PICTURE_BYTES } from '@keyart/catalog';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem.exception';
import { requireShallowJson } from './json-depth';
import type { BodyKind } from './route-config';

const KIBIBYTE = 1024;
/** 200 titles, or one artwork with every text at its longest, stay below; routes that need more say so. */
const DEFAULT_JSON_BYTES = 256 * KIBIBYTE;

const WRONG_TYPE = {
  json: 'send the body as application/json, in UTF-8',
  picture: 'send the picture itself, as image/jpeg, image/png, image/webp or image/avif',
  form: 'send a form, multipart/form-data, with the picture as the file picture',
};

/** Registers what bodies the service reads: strict UTF-8 JSON, and pictures and forms where a route takes one; none compressed. */
export async function registerBodyParsers(instance: FastifyInstance): Promise<void> {
  instance.removeAllContentTypeParsers();
  instance.addHook('onRoute', (route) => {
    const { body, maxBodyBytes } = route.config ?? {};
    route.bodyLimit = maxBodyBytes ?? (body === 'picture' ? MAX_PICTURE_BYTES : DEFAULT_JSON_BYTES);
  });
  instance.addHook('preParsing', async (request) => requireUncompressed(request));
  const parseJson = jsonParserOf(instance);
  const options = { parseAs: 'buffer' as const };
  instance.addContentTypeParser(
    'application/json',
    options,
    async (request: FastifyRequest, body: Buffer) => {
      requireBodyKind(request, 'json');
      return parseJson(request, body);
    },
  );
  const picture = /^image\/(jpeg|png|webp|avif)$/;
  instance.addContentTypeParser(picture, options, async (request: FastifyRequest, body: Buffer) => {
    requireBodyKind(request, 'picture');
    return body;
  });
  // Forms are read by the handler, part by part.
  await instance.register(multipart);
  instance.addHook('preValidation', async (request) => {
    if (request.isMultipart()) requireBodyKind(request, 'form');
  });
}

/** A few compressed kilobytes can be a gigabyte, so none is unpacked. */
function requireUncompressed({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return;
  const accept = { 'accept-encoding': 'identity' };
  throw new ProblemException('unsupported-media-type', 'send the body uncompressed', { headers: accept });
}

function requireBodyKind(request: FastifyRequest, given: BodyKind): void {
  const taken = request.routeOptions.config.body ?? 'json';
  if (taken !== given) throw new ProblemException('unsupported-media-type', WRONG_TYPE[taken]);
}

/** Fastify's own parser: it refuses `__proto__` and `constructor.prototype` as fields. */
function jsonParserOf(instance: FastifyInstance) {
  const parse = instance.getDefaultJsonParser('error', 'error');
  return (request: FastifyRequest, body: Buffer): Promise<unknown> => {
    if (!isUtf8(body)) throw new ProblemException('invalid-encoding', 'the body is not valid UTF-8');
    requireShallowJson(body);
    const detail = 'the body is not well-formed JSON';
    return new Promise((resolve, reject) => {
      void parse(request, body.toString('utf8'), (cause, value) =>
        cause ? reject(new ProblemException('malformed-json', detail, { cause })) : resolve(value),
      );
    });
  };
}
