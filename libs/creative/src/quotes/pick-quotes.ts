import type { TitleAspect } from '@keyart/contracts';
import type { AnalysedReview } from '../reviews/analysed-review';
import { cleanQuote, type Quote } from './clean-quote';

/** A quote with what it is evidence of. */
export interface AspectQuote extends Quote {
  readonly aspect: TitleAspect;
  /** Of what is said, in [−1, 1]. */
  readonly polarity: number;
  readonly titleName: string;
}

/** What to look for. */
export interface QuoteWish {
  readonly aspect: TitleAspect;
  readonly side: 'praise' | 'blame';
  readonly count: number;
  /** Texts that were quoted already, of this or another aspect; what is picked is added. */
  readonly quoted?: Set<string>;
}

/** Leanings below say neither. */
const LEAST_LEANING = 0.2;

/**
 * Quotes that show how an aspect is praised or blamed, the clearest first: one a review, of as many titles as there are, none twice.
 * Reviews without text are passed over.
 */
export function pickQuotes(reviews: readonly AnalysedReview[], wish: QuoteWish): AspectQuote[] {
  const found = reviews
    .flatMap((review) => clearestOf(review, wish))
    .sort((a, b) => b.clarity - a.clarity || (a.review.titleId < b.review.titleId ? -1 : 1));
  const picked: AspectQuote[] = [];
  const { count, aspect, quoted = new Set() } = wish;
  const titles = new Set<string>();
  // Other titles first, then again.
  for (const isAnew of [true, false])
    for (const { review, evidence, polarity } of found) {
      if (picked.length === count) return picked;
      if (isAnew && titles.has(review.titleId)) continue;
      const quote = cleanQuote({ text: review.text, evidence, author: review.author });
      if (quote === null || quoted.has(quote.text.toLowerCase())) continue;
      quoted.add(quote.text.toLowerCase());
      titles.add(review.titleId);
      picked.push({ ...quote, aspect, polarity, titleName: review.titleName });
    }
  return picked;
}

function clearestOf(review: AnalysedReview, { aspect, side }: QuoteWish) {
  if (review.text === '') return [];
  const sign = side === 'praise' ? 1 : -1;
  const own = review.aspects.filter((one) => one.aspect === aspect && sign * one.polarity >= LEAST_LEANING);
  if (own.length === 0) return [];
  const { evidence, polarity } = own.reduce((best, one) =>
    Math.abs(one.polarity) > Math.abs(best.polarity) ? one : best,
  );
  return [{ review, evidence, polarity, clarity: Math.abs(polarity) * review.weight }];
}
