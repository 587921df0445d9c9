import { FREE_WIDTHS_PX, isFreeAspect, isFreeWidth, type DerivativeSigner } from '@keyart/catalog';
import type { SignedDerivative } from '@keyart/catalog';
import type { PictureQueryDto } from '@keyart/contracts';
import { invalidParameter } from '../problems/invalid-parameter';

const WIDEST_FREE_PX = Math.max(...FREE_WIDTHS_PX);

/**
 * What an address asks for.
 * @returns null: the picture as it was put
 * @throws ProblemException `invalid-parameter` naming what is wrong, or neither free nor signed
 */
export function wantedDerivative(
  artworkId: string,
  query: PictureQueryDto,
  signer: DerivativeSigner,
): SignedDerivative | null {
  const { aspect = null, width, dpr, format = null, s: signature } = query;
  if (aspect === null && width === undefined && dpr === undefined && format === null) return null;
  if (dpr !== undefined && width === undefined)
    throw invalidParameter([{ field: 'dpr', detail: 'goes with width only' }]);
  const wanted = {
    artworkId,
    aspect,
    format,
    widthPx: devicePx(Number(width ?? WIDEST_FREE_PX), Number(dpr ?? 1)),
  };
  if (signature === undefined) requireFree(wanted);
  else if (!signer.verify(wanted, signature))
    throw invalidParameter([{ field: 's', detail: 'is not the signature of these parameters' }]);
  return wanted;
}

/** Width in device pixels, whole. */
export function devicePx(width: number, dpr: number): number {
  return Math.round(width * dpr);
}

function requireFree({ aspect, widthPx }: SignedDerivative): void {
  if (!isFreeAspect(aspect))
    throw invalidParameter([{ field: 'aspect', detail: 'is not free; sign the address' }]);
  if (isFreeWidth(widthPx)) return;
  const detail = `times dpr is ${widthPx}; free are ${FREE_WIDTHS_PX.join(', ')}, for others sign the address`;
  throw invalidParameter([{ field: 'width', detail }]);
}
