import { createRequire } from 'node:module';
import type * as Sdk from '@aws-sdk/client-s3';
import type { S3Location } from './s3-location';

/** How long a call to the object store may take. */
export interface S3Limits {
  readonly connectMs: number;
  /** From the first byte sent to the first of the answer. */
  readonly answerMs: number;
  /** Of nothing moving. */
  readonly silenceMs: number;
  /** The first call counts. */
  readonly attemptCount: number;
}

/** An upload of 20 MB fits in at 16 Mbit/s. */
export const S3_LIMITS: S3Limits = { connectMs: 2_000, answerMs: 10_000, silenceMs: 10_000, attemptCount: 3 };

/** The client of the object store; credentials come from the SDK's default chain. */
export function openS3(location: S3Location, limits: S3Limits): Sdk.S3 {
  // Loaded when wanted: it takes half a second, and most installations keep their pictures in a folder.
  const { S3 } = createRequire(__filename)('@aws-sdk/client-s3') as typeof Sdk;
  const { endpoint, region, isPathStyle } = location;
  return new S3({
    ...(endpoint && { endpoint }),
    ...(region && { region }),
    forcePathStyle: isPathStyle,
    maxAttempts: limits.attemptCount,
    requestHandler: {
      connectionTimeout: limits.connectMs,
      requestTimeout: limits.answerMs,
      socketTimeout: limits.silenceMs,
      throwOnRequestTimeout: true,
    },
    // Not every store that speaks S3 knows the newer checksums; the hash of the content travels with each picture.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
