import { DERIVATIVE_FORMATS, type DerivativeFormat } from '@keyart/contracts';

/** Every client shows it. */
const FALLBACK: DerivativeFormat = 'jpeg';

/**
 * The format to answer in, by the request's `Accept` (RFC 9110 §12.5.1): the one wanted most, of equals the smallest file. Only
 * formats named count: `image/*` is sent by clients that show neither AVIF nor WebP.
 */
export function acceptedFormat(accept: string | undefined): DerivativeFormat {
  const qualities = qualitiesOf(accept ?? '');
  const qualityOf = (format: DerivativeFormat): number => qualities.get(`image/${format}`) ?? 0;
  return DERIVATIVE_FORMATS.reduce(
    (best, format) => (qualityOf(format) > qualityOf(best) ? format : best),
    qualityOf('avif') > 0 ? 'avif' : FALLBACK,
  );
}

function qualitiesOf(accept: string): Map<string, number> {
  return new Map(
    accept.split(',').map((range) => {
      const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((one) => one.startsWith('q='))?.slice('q='.length) ?? '1';
      return [type, Number(quality) || 0];
    }),
  );
}
