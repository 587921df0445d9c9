import { fail, succeed } from '@keyart/common';
import { MAX_REVIEW_LENGTH, TitleReviewDto } from '@keyart/contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Refusal } from './judge-review';
import type { ParsedReview } from './take-reviews';

const OPTIONS = {
  forbidUnknownValues: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  stopAtFirstError: true,
};

/** Checks the form of a review from outside, whatever it is; the first fault is told. */
export function parseReview(row: unknown): ParsedReview {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return fail({ code: 'malformed-review', field: '', detail: 'is no object' });
  const review = plainToInstance(TitleReviewDto, row);
  const faults = validateSync(review, OPTIONS);
  return faults.length > 0 ? fail(refusalOf(faults[0])) : succeed(review);
}

function refusalOf({ property, value, constraints = {} }: ValidationError): Refusal {
  const field = property;
  if (value === undefined) return { code: 'malformed-review', field, detail: 'is missing' };
  if (field === 'text' && typeof value === 'string' && 'maxLength' in constraints) {
    const detail = `has ${value.length} characters, more than ${MAX_REVIEW_LENGTH}`;
    return { code: 'text-too-long', field, detail };
  }
  if ('whitelistValidation' in constraints)
    return { code: 'malformed-review', field, detail: 'is not a field of a review' };
  const [message = 'does not fit'] = Object.values(constraints);
  return { code: 'malformed-review', field, detail: withoutName(message, property) };
}

function withoutName(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
