/** Parts that are killed with signal 9. */
export const KILLED_PARTS = ['api', 'worker', 'llm process', 'database', 'redis'] as const;

/** What else happens to a service. */
export const OTHER_FAULTS = ['redis paused', 'picture disk full', 'clock set back', 'llm link cut'] as const;

/** What happens to the service; `calm` before the first and after the last. */
export type FaultName = (typeof KILLED_PARTS)[number] | (typeof OTHER_FAULTS)[number];

/** Label of everything that goes on between one fault and the next. */
export type Period = FaultName | 'calm';

/** One kind of fault. */
export interface Fault {
  readonly name: FaultName;
  /** Lets it happen. @returns the instant (performance clock) from which recovery counts: of the kill, or of an outage's end */
  strike(): Promise<number>;
  /** Whether what it hit works again, asked as a client would. */
  hasRecovered(): Promise<boolean>;
}
