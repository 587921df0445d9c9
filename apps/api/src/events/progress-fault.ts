import type { EventDto } from '@keyart/contracts';

/** What is wrong with an event's `progressFraction`; null when nothing is. */
export function progressFault({ type, progressFraction = null }: EventDto): string | null {
  if (type === 'progress' && progressFraction === null) return 'progressFraction is missing';
  const mayCarry = type === 'progress' || type === 'abandon';
  return progressFraction !== null && !mayCarry ? `progressFraction does not belong to ${type}` : null;
}
