import { dotProduct } from '../text/dot-product';
import type { TextEmbedder } from '../text-embedder';

/** Cosines of a picture's description and the synopsis: below the first as good as unrelated, from the second on as near as they come. */
const UNRELATED_COSINE = 0.05;
const FULL_COSINE = 0.5;

/** Likeness in meaning of two texts, in [0, 1]. */
export async function textLikeness(embedder: TextEmbedder, one: string, other: string): Promise<number> {
  const [a, b] = await embedder.embed([one, other]);
  const likeness = (dotProduct(a, b) - UNRELATED_COSINE) / (FULL_COSINE - UNRELATED_COSINE);
  return Math.min(1, Math.max(0, likeness));
}
