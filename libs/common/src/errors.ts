/** An error with a stable code; libraries derive their own, one `errors.ts` each. */
export class KeyartError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The caller's input is wrong; `detail` names the field, row or file. HTTP 4xx, exit code 2. */
export class InputError extends KeyartError {}

/** The thing asked for does not exist. HTTP 404. */
export class NotFoundError extends KeyartError {}

/** A database, queue, model or file store failed; `isRetryable` says whether the same call may succeed later. */
export class DependencyError extends KeyartError {
  constructor(
    code: string,
    message: string,
    readonly isRetryable: boolean,
    options?: { cause?: unknown },
  ) {
    super(code, message, options);
  }
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
