const MS_PER_SECOND = 1000;

/**
 * How long a server asks to be left alone, milliseconds; undefined where it does not say. Seconds only: the header's other form, a date,
 * would trust the server's clock.
 */
export function retryAfterMsOf(headers: Pick<Headers, 'get'>): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return seconds >= 0 ? seconds * MS_PER_SECOND : undefined;
}
