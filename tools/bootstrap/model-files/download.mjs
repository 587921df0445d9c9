import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpStatusError, httpGet, STALL_LIMIT_MS } from './http-request.mjs';
import { startProgress } from './progress.mjs';
import { ChecksumError, verifyFile } from './verify-file.mjs';

const ATTEMPTS = 4;
const PAUSE_MS = 500;
const PARTIAL_CONTENT = 206;
const RANGE_NOT_SATISFIABLE = 416;

/** @param {string} file */
const sizeOf = (file) => (existsSync(file) ? statSync(file).size : 0);

/** @param {Response} response @param {number} from @returns {boolean} whether the body goes on at byte `from` */
function continuesAt(response, from) {
  const range = response.headers.get('content-range') ?? '';
  return response.status === PARTIAL_CONTENT && range.startsWith(`bytes ${from}-`);
}

/** Writes the body, from `offset` on; aborts when no byte comes. @param {{response: Response, part: string, offset: number, name: string, abort: AbortController}} transfer */
async function writeBody({ response, part, offset, name, abort }) {
  const totalBytes = offset + Number(response.headers.get('content-length') ?? 0);
  const progress = startProgress(name, totalBytes);
  const stalled = setTimeout(() => abort.abort(new Error('the connection stalled')), STALL_LIMIT_MS);
  let doneBytes = offset;
  /** @param {AsyncIterable<Buffer>} chunks */
  async function* watched(chunks) {
    for await (const chunk of chunks) {
      stalled.refresh();
      progress.update((doneBytes += chunk.length));
      yield chunk;
    }
  }
  const body = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body));
  const file = createWriteStream(part, { flags: offset > 0 ? 'a' : 'w' });
  await pipeline(body, watched, file).finally(() => (clearTimeout(stalled), progress.stop()));
}

/** Fetches what `part` lacks. @param {{url: URL, part: string, name: string}} request */
async function fetchRest({ url, part, name }) {
  const have = sizeOf(part);
  const abort = new AbortController();
  const connecting = setTimeout(() => abort.abort(new Error('no answer')), STALL_LIMIT_MS);
  // Compressed bytes could not be resumed.
  const headers = { 'accept-encoding': 'identity', ...(have > 0 ? { range: `bytes=${have}-` } : {}) };
  const response = await httpGet(url, { headers, signal: abort.signal }).finally(() =>
    clearTimeout(connecting),
  );
  await writeBody({ response, part, name, abort, offset: continuesAt(response, have) ? have : 0 });
}

/** @param {unknown} error @param {string} part @returns {boolean} whether another attempt makes sense */
function isWorthRetrying(error, part) {
  if (!(error instanceof HttpStatusError)) return true;
  if (error.status === RANGE_NOT_SATISFIABLE) rmSync(part, { force: true });
  return error.status === RANGE_NOT_SATISFIABLE || error.status >= 500;
}

/** @param {{url: URL, part: string, name: string}} request */
async function fetchAll(request) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchRest(request);
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthRetrying(error, request.part)) throw error;
      await sleep(PAUSE_MS * attempt);
    }
  }
}

/**
 * Downloads a file, going on from where an earlier call was interrupted; `file` appears only when whole and checked.
 * @param {{url: URL, file: string, sha256: string | null, name: string}} request `sha256` null: the source promises none
 * @throws {ChecksumError | HttpStatusError | Error}
 */
export async function download({ url, file, sha256, name }) {
  mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.part`;
  const isResumed = sizeOf(part) > 0;
  await fetchAll({ url, part, name });
  try {
    if (sha256) await verifyFile(part, sha256);
  } catch (error) {
    rmSync(part, { force: true });
    // The first half may be of another release: once more, from the beginning.
    if (isResumed && error instanceof ChecksumError) return download({ url, file, sha256, name });
    throw error;
  }
  renameSync(part, file);
}
