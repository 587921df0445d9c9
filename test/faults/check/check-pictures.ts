import { createHash } from 'node:crypto';
import type { Ledger } from '../load/ledger';
import type { Finding } from './finding';

/** Every artwork shows the picture that was accepted last, byte for byte. */
export async function checkPictures({ pictures }: Ledger, baseUrl: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [artworkId, { sha256, during }] of pictures) {
    const answer = await fetch(`${baseUrl}/v1/artworks/${artworkId}/image`);
    const found = createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex');
    if (found !== sha256)
      findings.push({ kind: 'lost', during, what: `picture of ${artworkId} (${answer.status})` });
  }
  return findings;
}
