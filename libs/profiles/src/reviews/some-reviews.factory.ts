import { createRandom } from '@keyart/common';
import { simHash } from '../text/sim-hash';
import { textTokens } from '../text/text-tokens';
import type { ProfiledReview } from './profiled-review';

const DAY_MS = 86_400_000;
const WORDS = [
  ...[
    'harbour',
    'quiet',
    'storm',
    'engine',
    'laughed',
    'ending',
    'slow',
    'brave',
    'music',
    'window',
    'ferry',
    'bread',
  ],
  ...[
    'captain',
    'lonely',
    'letter',
    'winter',
    'danced',
    'cheap',
    'honest',
    'loud',
    'mirror',
    'garden',
    'thin',
    'bold',
  ],
];

/** A review, of which a test says what matters to it. */
export function someReview(own: Partial<ProfiledReview> & { readonly text?: string } = {}): ProfiledReview {
  const { text = `A review of its own, number ${own.reviewId ?? 'one'}, about a harbour`, ...rest } = own;
  const tokens = textTokens(text);
  return {
    ...{ reviewId: 'one', createdAtMs: Date.UTC(2026, 0, 1), polarity: 0.5, intensity: 0.5 },
    ...{ tones: [], aspects: [], flags: [], starFraction: null, country: null, segment: null },
    ...{ accountAgeDays: null, simHash: simHash(tokens), tokenCount: tokens.length },
    ...rest,
  };
}

/** Honest reviews of a title: about `perDay` a day, each with a text of its own. */
export function someHonestReviews(seed: string, days: number, perDay: number): ProfiledReview[] {
  const random = createRandom(seed);
  const text = (): string =>
    Array.from({ length: 12 }, () => WORDS[Math.floor(random.next() * WORDS.length)]).join(' ');
  return Array.from({ length: days * perDay }, (_, index) => {
    const isGood = random.next() < 0.7;
    return someReview({
      reviewId: `${seed}-${index}`,
      text: text(),
      createdAtMs: Date.UTC(2026, 0, 1) + Math.floor(random.next() * days * DAY_MS),
      polarity: isGood ? 0.2 + 0.8 * random.next() : -0.2 - 0.8 * random.next(),
      intensity: random.next(),
      tones: isGood ? [{ tone: 'joy', probability: 0.8, intensity: random.next() }] : [],
      aspects: random.next() < 0.3 ? [{ aspect: 'plot', polarity: isGood ? 0.6 : -0.6 }] : [],
      starFraction: isGood ? 0.9 : 0.2,
      country: random.next() < 0.5 ? 'DE' : 'BR',
      accountAgeDays: 5 + Math.floor(random.next() * 900),
    });
  });
}
