import type { FieldErrorDto, PlaybackEventDto } from '@keyart/contracts';

const DAY_MS = 24 * 3_600_000;
/** Receipts are kept a day longer: an event that could have been counted before is always recognised. */
const MAX_AGE_MS = 7 * DAY_MS;
/** Clocks of players run ahead. */
const MAX_AHEAD_MS = 5 * 60_000;

/**
 * What of playback events does not fit, field by field; empty: nothing.
 * @param lengthMs of the video
 */
export function faultsOfPlayback(
  events: readonly PlaybackEventDto[],
  nowMs: number,
  lengthMs: number,
): FieldErrorDto[] {
  return events.flatMap((event, index) =>
    faultsOf(event, nowMs, lengthMs).map(({ field, detail }) => ({
      field: `events[${index}].${field}`,
      detail,
    })),
  );
}

function faultsOf(
  { kind, fromMs, toMs, occurredAt }: PlaybackEventDto,
  nowMs: number,
  lengthMs: number,
): FieldErrorDto[] {
  const occurredMs = Date.parse(occurredAt);
  const isStretch = kind !== 'drop-off' && kind !== 'pause';
  const isOrdered = toMs === undefined || (kind === 'seek-back' ? toMs < fromMs : toMs > fromMs);
  return [
    ...(fromMs > lengthMs ? [{ field: 'fromMs', detail: `lies after the end, ${lengthMs} ms` }] : []),
    ...(isStretch && toMs === undefined ? [{ field: 'toMs', detail: `goes with ${kind}, and must` }] : []),
    ...(isStretch && !isOrdered
      ? [{ field: 'toMs', detail: `is on the wrong side of fromMs for ${kind}` }]
      : []),
    ...(occurredMs > nowMs + MAX_AHEAD_MS ? [{ field: 'occurredAt', detail: 'lies in the future' }] : []),
    ...(occurredMs < nowMs - MAX_AGE_MS
      ? [{ field: 'occurredAt', detail: 'is more than seven days ago' }]
      : []),
  ];
}
