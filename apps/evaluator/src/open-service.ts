import { InputError, type ManualClock } from '@keyart/common';

/** A service of one's own: API and worker, empty, without LLM and schedules, on a clock that stands still until it is moved. */
export interface OpenedService {
  readonly url: string;
  /** With all scopes. */
  readonly apiKey: string;
  readonly clock: ManualClock;
  /** Ends it and removes what it kept. */
  stop(): Promise<void>;
}

/** How commands come by a service; called by those that need one only. */
export type OpenService = () => Promise<OpenedService>;

/** Where there is none to start. @throws InputError `BAD_OPTION` */
export const noServiceToOpen: OpenService = () =>
  Promise.reject(
    new InputError('BAD_OPTION', 'no service can be started from here: name one by --url and --api-key'),
  );
