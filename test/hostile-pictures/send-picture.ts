import type { HostilePicture, Outcome } from './hostile-picture';

/** Where pictures are sent to. */
export interface PictureEndpoint {
  readonly url: string;
  readonly apiKey: string;
}

interface Problem {
  readonly type: string;
  readonly reason?: string;
}

/** Sends the file as a client would; says what came of it, in the words of `HostilePicture.expected`. */
export async function sendPicture(
  { url, apiKey }: PictureEndpoint,
  picture: HostilePicture,
): Promise<Outcome> {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': picture.declaredType },
    body: new Uint8Array(await picture.make()),
  });
  if (answer.ok) return answer.arrayBuffer().then(() => 'accepted');
  const { type, reason } = (await answer.json()) as Problem;
  return reason ?? type.replace('/problems/', '');
}
