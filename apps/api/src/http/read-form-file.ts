import type { MultipartFile } from '@fastify/multipart';
import { MAX_PICTURE_BYTES } from '@keyart/catalog';
import { messageOf } from '@keyart/common';
import type { FastifyRequest } from 'fastify';
import { invalidBody } from '../problems/invalid-body';
import { ProblemException } from '../problems/problem.exception';

const LIMITS = { fileSize: MAX_PICTURE_BYTES, files: 1, fields: 0, headerPairs: 20 };
const ONE_TOO_MANY = ['FST_FILES_LIMIT', 'FST_FIELDS_LIMIT', 'FST_PARTS_LIMIT', 'FST_PROTO_VIOLATION'];

/**
 * The bytes of the one file of a form.
 * @param name of the field
 * @throws ProblemException when there is none, another one or too large a one, or when the form is cut off
 */
export async function readFormFile(request: FastifyRequest, name: string): Promise<Buffer> {
  if (!request.isMultipart()) throw new ProblemException('unsupported-media-type', wanted(name));
  try {
    return await onlyFile(request, name);
  } catch (error) {
    throw problemOf(error, name);
  }
}

async function onlyFile(request: FastifyRequest, name: string): Promise<Buffer> {
  let bytes: Buffer | null = null;
  for await (const part of request.parts({ limits: LIMITS })) {
    const content = await (part as MultipartFile).toBuffer();
    if (part.fieldname !== name) throw invalidBody([{ field: part.fieldname, detail: wanted(name) }]);
    bytes = content;
  }
  if (bytes === null) throw invalidBody([{ field: name, detail: 'is missing' }]);
  return bytes;
}

function problemOf(error: unknown, name: string): ProblemException {
  if (error instanceof ProblemException) return error;
  const { code = '' } = Object(error) as { code?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new ProblemException('body-too-large', `${name}: has more than ${MAX_PICTURE_BYTES} bytes`);
  if (ONE_TOO_MANY.includes(code)) return invalidBody([{ field: name, detail: wanted(name) }]);
  return new ProblemException('bad-request', `the form cannot be read: ${messageOf(error)}`);
}

function wanted(name: string): string {
  return `send a form, multipart/form-data, with one file named ${name} and nothing else`;
}
