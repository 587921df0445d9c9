import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DerivativeFormat } from '@keyart/contracts';
import type { DerivativeRequest } from './derivative-request';

/** What a signature holds for: these device pixels of this artwork, whatever its picture is by then. */
export interface SignedDerivative extends Pick<DerivativeRequest, 'aspect' | 'widthPx'> {
  readonly artworkId: string;
  /** null: by whoever asks. */
  readonly format: DerivativeFormat | null;
}

/** Signs addresses of pictures in sizes that are not free (HMAC-SHA256), so that only this service's customers make new ones. */
export class DerivativeSigner {
  /** @param secret of this installation; another one signs otherwise */
  constructor(private readonly secret: string) {}

  /** 43 characters of base64url. */
  sign(derivative: SignedDerivative): string {
    return this.digestOf(derivative).toString('base64url');
  }

  /** Whether the signature is this derivative's. */
  verify(derivative: SignedDerivative, signature: string): boolean {
    const given = Buffer.from(signature, 'base64url');
    const right = this.digestOf(derivative);
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private digestOf({ artworkId, aspect, widthPx, format }: SignedDerivative): Buffer {
    const canonical = JSON.stringify(['image/1', artworkId, aspect, widthPx, format]);
    return createHmac('sha256', this.secret).update(canonical).digest();
  }
}
