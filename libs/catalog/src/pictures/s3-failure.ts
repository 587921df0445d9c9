import { DependencyError } from '@keyart/common';
import type { CatalogDependencyCode } from '../errors';

/** Only people mend these. */
const FOR_GOOD =
  /^(NoSuchBucket|AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|CredentialsProviderError|PermanentRedirect)$/;

/** Whether the store answered that it has no such object; a HEAD of a missing bucket looks the same. */
export function isMissing(error: unknown): boolean {
  return ['NotFound', 'NoSuchKey'].includes(nameOf(error));
}

/** The error of a call to the object store that failed; its message names the fault and nothing of the set-up. */
export function s3Failure(code: CatalogDependencyCode, cause: unknown): DependencyError {
  const name = nameOf(cause);
  const fault = name === 'Error' ? String((cause as NodeJS.ErrnoException).code ?? name) : name;
  const message = `the object store of the pictures failed: ${fault}`;
  return new DependencyError(code, message, !FOR_GOOD.test(name), { cause });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
