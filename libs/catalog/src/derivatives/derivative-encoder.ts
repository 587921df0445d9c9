import type { DerivativePlan } from './plan-derivative';

/** Makes pictures in other sizes and formats. */
export interface DerivativeEncoder {
  /** Differs whenever equal plans may give other bytes. */
  readonly version: string;
  /**
   * The derivative's file: in sRGB, oriented as displayed, without metadata.
   * @param picture the file it is made of
   * @throws DependencyError `DERIVATIVE_NOT_MADE`
   */
  encode(picture: Buffer, plan: DerivativePlan): Promise<Buffer>;
}
