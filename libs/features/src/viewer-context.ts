import type { TasteProfile } from './taste-profile';

/** What was known of the viewer when the choice was made. */
export interface ViewerContext {
  readonly memberId: string;
  /** Neutral (`historyCount` 0) for a new viewer. */
  readonly taste: TasteProfile;
}
