import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { S3 } from '@aws-sdk/client-s3';
import { PictureNotFoundError } from '../errors';
import { inspectPicture } from './inspect-picture';
import { openS3, S3_LIMITS, type S3Limits } from './open-s3';
import type { OpenedPicture, PictureStore, StoredPicture } from './picture-store';
import { requireSha256 } from './require-sha256';
import { isMissing, s3Failure } from './s3-failure';
import type { S3Location } from './s3-location';

/** Whoever asks whether the service is ready does not wait for all attempts. */
const CHECK_LIMIT_MS = 2_000;

/** Pictures in a bucket, below its prefix two levels deep by hash, as `FolderPictureStore` keeps them in a folder. */
export class S3PictureStore implements PictureStore {
  private readonly s3: S3;

  /** @param limits of each call */
  constructor(
    private readonly location: S3Location,
    limits: S3Limits = S3_LIMITS,
  ) {
    this.s3 = openS3(location, limits);
  }

  async put(bytes: Buffer, measured?: StoredPicture): Promise<StoredPicture> {
    const picture = measured ?? (await inspectPicture(bytes));
    try {
      if ((await this.sizeOf(picture.sha256)) !== bytes.length) await this.send(picture, bytes);
    } catch (cause) {
      throw s3Failure('PICTURE_NOT_STORED', cause);
    }
    return picture;
  }

  async open(sha256: string): Promise<OpenedPicture> {
    requireSha256(sha256);
    const sizeBytes = await this.sizeOf(sha256).catch((cause) => {
      throw s3Failure('PICTURES_UNAVAILABLE', cause);
    });
    if (sizeBytes === null) throw new PictureNotFoundError(sha256);
    return { sizeBytes, stream: () => Readable.from(this.chunksOf(sha256), { objectMode: false }) };
  }

  async read(sha256: string): Promise<Buffer> {
    requireSha256(sha256);
    return buffer(this.chunksOf(sha256));
  }

  async checkWritable(): Promise<void> {
    const probe = { Bucket: this.location.bucket, Key: `${this.location.prefix}.probe-${randomUUID()}` };
    const soon = { abortSignal: AbortSignal.timeout(CHECK_LIMIT_MS) };
    try {
      await this.s3.putObject({ ...probe, Body: 'keyart' }, soon);
      await this.s3.deleteObject(probe, soon);
    } catch (cause) {
      throw s3Failure('PICTURES_NOT_WRITABLE', cause);
    }
  }

  private async send({ sha256, mediaType }: StoredPicture, bytes: Buffer): Promise<void> {
    await this.s3.putObject({
      ...this.addressOf(sha256),
      Body: bytes,
      ContentType: mediaType,
      ContentLength: bytes.length,
      // The store refuses what changed on its way.
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    });
  }

  private async sizeOf(sha256: string): Promise<number | null> {
    try {
      return (await this.s3.headObject(this.addressOf(sha256))).ContentLength ?? null;
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
  }

  private async *chunksOf(sha256: string): AsyncGenerator<Buffer> {
    try {
      const { Body } = await this.s3.getObject(this.addressOf(sha256));
      yield* Body as Readable;
    } catch (cause) {
      if (isMissing(cause)) throw new PictureNotFoundError(sha256);
      throw s3Failure('PICTURES_UNAVAILABLE', cause);
    }
  }

  private addressOf(sha256: string): { Bucket: string; Key: string } {
    const { bucket, prefix } = this.location;
    return { Bucket: bucket, Key: `${prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}` };
  }
}
