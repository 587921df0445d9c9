import type { FastifyReply } from 'fastify';
import { matchesEtag } from '../http/matches-etag';

/** A content hash in the address names these very bytes, so they never change. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const BRIEFLY = 'public, max-age=60, must-revalidate';

/** A picture about to be answered. */
export interface PictureAnswer {
  readonly etag: string;
  /** Whether an address with the picture's hash in it answers the same for ever. */
  readonly isLasting: boolean;
  /** Whether the answer is another for another `Accept`. */
  readonly isByAccept: boolean;
  readonly mediaType: string;
  /** Called only when the caller does not have the bytes. */
  readonly open: () => Promise<{ readonly sizeBytes: number; readonly body: unknown }>;
}

/**
 * Answers with the picture, or 304 to who has it. Nothing is said of it before the bytes are there.
 * @param answer with whether its address is one that answers the same for ever
 */
export async function sendPicture(
  { isForGood, ...answer }: PictureAnswer & { readonly isForGood: boolean },
  reply: FastifyReply,
): Promise<void> {
  const caching = { etag: answer.etag, 'cache-control': isForGood ? FOR_GOOD : BRIEFLY };
  if (matchesEtag(reply.request.headers['if-none-match'], answer.etag)) {
    await varied(reply, answer).code(304).headers(caching).send();
    return;
  }
  const { sizeBytes, body } = await answer.open();
  varied(reply, answer).headers({
    ...caching,
    'content-type': answer.mediaType,
    'content-length': sizeBytes,
    // Pages of other origins show pictures; nothing else of this service may be embedded there.
    'cross-origin-resource-policy': 'cross-origin',
  });
  await reply.send(body);
}

/** CORS may vary the answer as well. */
function varied(reply: FastifyReply, { isByAccept }: PictureAnswer): FastifyReply {
  if (!isByAccept) return reply;
  const others = reply.getHeader('vary');
  return reply.header('vary', others ? `${String(others)}, Accept` : 'Accept');
}
