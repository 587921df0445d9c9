import type { DerivativeFormat } from '@keyart/contracts';

/** A picture as a page wants it. */
export interface DerivativeRequest {
  /** Width : height to cut it to, e.g. `2:3`; null: not cut. */
  readonly aspect: string | null;
  /** Of the device; a narrower picture stays as wide as it is. */
  readonly widthPx: number;
  readonly format: DerivativeFormat;
}
