import { HttpException } from '@nestjs/common';
import type { FieldErrorDto } from '@keyart/contracts';
import { PROBLEM_TYPES, type ProblemSlug } from './problem-types';

export interface ProblemOptions {
  readonly errors?: readonly FieldErrorDto[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** An answer of `application/problem+json`. */
export class ProblemException extends HttpException {
  readonly errors: readonly FieldErrorDto[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly slug: ProblemSlug,
    readonly detail: string,
    options: ProblemOptions = {},
  ) {
    super(detail, PROBLEM_TYPES[slug].status, { cause: options.cause });
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}
