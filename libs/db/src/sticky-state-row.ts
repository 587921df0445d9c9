import type { ServedPolicy } from '@keyart/contracts';

/** The picture a member sees now for a title under a policy. */
export interface StickyStateRow {
  readonly memberId: string;
  readonly titleId: string;
  readonly policy: ServedPolicy;
  readonly artworkId: string;
  /** When this picture was first chosen without another in between; the minimum time counts from here. */
  readonly shownAt: Date;
  /** End of the lock after a play or list-add; may lie in the past. */
  readonly lockedUntil: Date | null;
}
