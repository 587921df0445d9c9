import { HttpException } from '@nestjs/common';
import type { FieldErrorDto, ProblemExtension } from '@keyart/contracts';
import { PROBLEM_TYPES, type ProblemSlug } from './problem-types';

export interface ProblemOptions {
  readonly errors?: readonly FieldErrorDto[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What this kind of problem tells besides. */
  readonly extension?: ProblemExtension;
  readonly cause?: unknown;
}

/** An answer of `application/problem+json`. */
export class ProblemException extends HttpException {
  readonly errors: readonly FieldErrorDto[];
  readonly headers: Readonly<Record<string, string>>;
  readonly extension: ProblemExtension;

  constructor(
    readonly slug: ProblemSlug,
    readonly detail: string,
    options: ProblemOptions = {},
  ) {
    super(detail, PROBLEM_TYPES[slug].status, { cause: options.cause });
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
    this.extension = options.extension ?? {};
  }
}
