import type { TrainingArtwork, TrainingTitle } from '@keyart/contracts';
import type { ViewerTimeline } from './viewer-timeline';

/** The context folder in memory, by id. */
export interface ExportContext {
  readonly titles: ReadonlyMap<string, TrainingTitle>;
  readonly artworks: ReadonlyMap<string, TrainingArtwork>;
  /** Members of the log only. */
  readonly viewers: ReadonlyMap<string, ViewerTimeline>;
  /** Whether any of these viewers is marked as held out. */
  readonly hasHeldOutViewers: boolean;
}
