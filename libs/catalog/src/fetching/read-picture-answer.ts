import type { Dispatcher } from 'undici';
import { MAX_PICTURE_BYTES } from '../pictures/inspect-picture';
import { notFetched } from './fetch-refusal';

const OK = 200;

/**
 * The body of an answer, as long as it is a picture by its head and stays within `MAX_PICTURE_BYTES`.
 * @throws CatalogInputError `PICTURE_NOT_FETCHED`
 */
export async function readPictureAnswer(answer: Dispatcher.ResponseData): Promise<Buffer> {
  requirePicture(answer);
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of answer.body as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_PICTURE_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function requirePicture({ statusCode, headers }: Dispatcher.ResponseData): void {
  if (statusCode !== OK) throw notFetched(`the answer was ${statusCode}`);
  const { 'content-type': type = 'nothing', 'content-encoding': encoding = 'identity' } = headers;
  if (!/^image\//i.test(String(type))) throw notFetched(`the answer is of type ${shown(type)}, not image/…`);
  // A few compressed kilobytes can be a gigabyte, so none is unpacked.
  if (encoding !== 'identity') throw notFetched(`the answer is compressed (${shown(encoding)})`);
  if (Number(headers['content-length'] ?? 0) > MAX_PICTURE_BYTES) throw tooLarge();
}

function tooLarge(): Error {
  return notFetched(`it has more than ${MAX_PICTURE_BYTES} bytes`);
}

function shown(header: string | string[]): string {
  return String(header).slice(0, 50);
}
