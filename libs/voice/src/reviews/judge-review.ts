import { fail, succeed, timeOrderedUuid, type Outcome } from '@keyart/common';
import type { NewTitleReview, RejectedReviewDto, TitleReviewDto } from '@keyart/contracts';
import { simHash, textTokens } from '@keyart/profiles';

/** Clocks differ a little. */
const MAX_AHEAD_MS = 5 * 60_000;
/** There was nothing to review. */
const EARLIEST_MS = Date.UTC(1900, 0, 1);
/** More is no text with a slip, but a file. */
const MAX_CONTROL_FRACTION = 0.1;
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/gu;
const NUL = /\u0000/g;
const USUAL_STARS = 5;

/** Why a review is not taken. */
export type Refusal = Omit<RejectedReviewDto, 'index'>;

/**
 * Judges a well-formed review. What cannot be stored in a text (NUL, half surrogate pairs) is replaced; the engine sees to the rest.
 * @param nowMs the time it came in
 */
export function judgeReview(review: TitleReviewDto, nowMs: number): Outcome<NewTitleReview, Refusal> {
  const text = review.text.toWellFormed();
  const createdAt = new Date(review.createdAt);
  const fault = faultOfText(text) ?? faultOfTime(createdAt, nowMs) ?? faultOfStars(review);
  if (fault) return fail(fault);
  const { source, externalId, titleId, memberId = null, country = null, accountAgeDays = null } = review;
  const tokens = textTokens(text);
  return succeed({
    ...{ reviewId: timeOrderedUuid(nowMs), source, externalId, titleId, memberId, country, accountAgeDays },
    ...{ text: text.replace(NUL, ' '), createdAt, starFraction: starFractionOf(review) },
    ...{ tokenCount: tokens.length, simHash: simHash(tokens) },
  });
}

function faultOfText(text: string): Refusal | null {
  const field = 'text';
  if (text.trim() === '') return { code: 'empty-text', field, detail: 'holds nothing but white space' };
  const controlCount = text.match(CONTROL_CHARACTERS)?.length ?? 0;
  return controlCount > MAX_CONTROL_FRACTION * text.length
    ? { code: 'binary-text', field, detail: `holds ${controlCount} control characters: it is no text` }
    : null;
}

function faultOfTime(createdAt: Date, nowMs: number): Refusal | null {
  const field = 'createdAt';
  if (createdAt.getTime() > nowMs + MAX_AHEAD_MS)
    return { code: 'created-in-future', field, detail: `${createdAt.toISOString()} is in the future` };
  return createdAt.getTime() < EARLIEST_MS
    ? { code: 'created-too-early', field, detail: `${createdAt.toISOString()} is before 1900` }
    : null;
}

function faultOfStars(review: TitleReviewDto): Refusal | null {
  const { stars = null } = review;
  const most = mostStars(review);
  if (stars === null || stars <= most) return null;
  const detail = `${stars} is more than ${most}, see starsOutOf`;
  return { code: 'stars-out-of-scale', field: 'stars', detail };
}

function starFractionOf(review: TitleReviewDto): number | null {
  const { stars = null } = review;
  return stars === null ? null : stars / mostStars(review);
}

function mostStars({ starsOutOf }: TitleReviewDto): number {
  return starsOutOf ?? USUAL_STARS;
}
