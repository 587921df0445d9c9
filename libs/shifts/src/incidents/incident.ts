import type { StreamShift } from '../screening/watch-streams';

/** Shifts that belong together. */
export interface Incident {
  /** Of the first shift that was told: an incident keeps its key while it grows. */
  readonly key: string;
  /** `platform`: the same shift on many titles at once, so that its cause is none of theirs. */
  readonly scope: 'title' | 'platform';
  /** Sorted. */
  readonly titleIds: readonly string[];
  /** By time of alarm, then by how far the CUSUM is. */
  readonly shifts: readonly StreamShift[];
  /** Likeliest onset of the shift that is told best. */
  readonly onsetAt: Date;
  readonly firstAlarmAt: Date;
  readonly lastAlarmAt: Date;
}

/** The shift that an incident is told by: the narrowest onset, then the highest statistic. */
export function leadingShift({ shifts }: Pick<Incident, 'shifts'>): StreamShift {
  const widthOf = ({ onset }: StreamShift): number => onset.latestAt.getTime() - onset.earliestAt.getTime();
  return shifts.reduce((best, shift) => {
    const narrower = widthOf(best) - widthOf(shift);
    return narrower > 0 || (narrower === 0 && shift.statistic > best.statistic) ? shift : best;
  });
}
