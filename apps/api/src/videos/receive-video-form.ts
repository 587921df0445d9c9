import type { Multipart } from '@fastify/multipart';
import { InputError, messageOf } from '@keyart/common';
import { VideoFactsDto } from '@keyart/contracts';
import type { KeptVideo, VideoFolder } from '@keyart/insights';
import type { FastifyRequest } from 'fastify';
import { DtoPipe } from '../http/dto.pipe';
import { invalidBody } from '../problems/invalid-body';
import { ProblemException } from '../problems/problem.exception';

/** What a form of `POST /v1/titles/:id/videos` brought. */
export interface ReceivedVideo extends KeptVideo {
  /** Not checked yet, see `videoFactsOf`. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly fileName: string;
}

/** Name of the form's file. */
export const VIDEO_FIELD = 'video';
/** A request may last half a minute: this much comes in over 140 Mbit/s. Larger files are imported where they lie. */
export const MAX_VIDEO_UPLOAD_BYTES = 512 * 2 ** 20;
const MAX_NAME_LENGTH = 200;
const LIMITS = {
  fileSize: MAX_VIDEO_UPLOAD_BYTES + 1,
  files: 1,
  fields: 10,
  fieldSize: 8_000,
  headerPairs: 20,
};
const WANTED = `send a form, multipart/form-data, with one file named ${VIDEO_FIELD} and the fields author and licence`;

/**
 * Keeps the one file of a form as it comes.
 * @throws ProblemException when it is missing, empty or too large, or the form is cut off; nothing is kept then
 */
export async function receiveVideoForm(request: FastifyRequest, folder: VideoFolder): Promise<ReceivedVideo> {
  if (!request.isMultipart()) throw new ProblemException('unsupported-media-type', WANTED);
  const fields: Record<string, unknown> = {};
  let file: (KeptVideo & { readonly fileName: string }) | null = null;
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else file = await receiveFile(part, folder);
    }
  } catch (error) {
    throw problemOf(error);
  }
  if (!file) throw invalidBody([{ field: VIDEO_FIELD, detail: 'is missing' }]);
  return { ...file, fields };
}

/** The form's fields. @throws ProblemException `invalid-body` */
export async function videoFactsOf({ fields }: Pick<ReceivedVideo, 'fields'>): Promise<VideoFactsDto> {
  return (await new DtoPipe().transform(fields, { type: 'body', metatype: VideoFactsDto })) as VideoFactsDto;
}

async function receiveFile(
  part: Extract<Multipart, { type: 'file' }>,
  folder: VideoFolder,
): Promise<KeptVideo & { readonly fileName: string }> {
  if (part.fieldname !== VIDEO_FIELD) throw invalidBody([{ field: part.fieldname, detail: WANTED }]);
  const kept = await folder.receive(part.file, MAX_VIDEO_UPLOAD_BYTES);
  return { ...kept, fileName: cleanName(part.filename) };
}

/** Shown to editors and kept in the artworks' origin. */
function cleanName(name: string): string {
  // Control characters and halves of surrogate pairs are no names.
  return (
    name
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .slice(0, MAX_NAME_LENGTH)
      .toWellFormed() || VIDEO_FIELD
  );
}

function problemOf(error: unknown): unknown {
  const { code = '' } = Object(error) as { code?: string };
  if (!code.startsWith('FST_')) return error instanceof Error && isCutOff(error) ? cutOff(error) : error;
  return code.endsWith('_LIMIT') || code === 'FST_PROTO_VIOLATION'
    ? invalidBody([{ field: VIDEO_FIELD, detail: WANTED }])
    : cutOff(error);
}

function isCutOff(error: Error): boolean {
  return (
    !(error instanceof ProblemException || error instanceof InputError) &&
    /unexpected end|aborted|malformed|premature/i.test(error.message)
  );
}

function cutOff(error: unknown): ProblemException {
  return new ProblemException('bad-request', `the form cannot be read: ${messageOf(error)}`);
}
