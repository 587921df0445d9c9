import { createHash } from 'node:crypto';
import type { Ledger } from '../load/ledger';
import type { Finding } from './finding';

/** Every artwork showed each picture right after it was accepted, and shows the last of them now, byte for byte. */
export async function checkPictures(
  { pictures, wrongPictures }: Ledger,
  baseUrl: string,
): Promise<Finding[]> {
  const findings = wrongPictures.map(({ artworkId, during }): Finding => ({
    kind: 'lost',
    during,
    what: `${artworkId} showed another picture than the one just taken`,
  }));
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
