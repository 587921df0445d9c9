import type { Tone } from '@keyart/contracts';
import { CHOOSING_TONES } from './choosing-tones';

/** Strengths of tones, each in [0, 1], and how sure they are, in [0, 1]. */
export interface ToneVector {
  readonly tones: Readonly<Partial<Record<Tone, number>>>;
  readonly confidence: number;
}

/** How well tones go together. */
export interface ToneMatch {
  /** Cosine over `CHOOSING_TONES`, in [0, 1]; 0 where one of them has none. */
  readonly match: number;
  /** Of both together, in [0, 1]; 0 where one of them has none. */
  readonly confidence: number;
}

/** Match of a viewer's tones with those of a title or a picture; what a person is sad, afraid or angry about is not looked at. */
export function toneMatch(a: ToneVector, b: ToneVector): ToneMatch {
  let [product, own, other] = [0, 0, 0];
  for (const tone of CHOOSING_TONES) {
    const [x, y] = [a.tones[tone] ?? 0, b.tones[tone] ?? 0];
    product += x * y;
    own += x * x;
    other += y * y;
  }
  if (!(own > 0 && other > 0)) return { match: 0, confidence: 0 };
  return { match: Math.min(1, product / Math.sqrt(own * other)), confidence: a.confidence * b.confidence };
}
