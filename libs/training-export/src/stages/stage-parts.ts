import type { PromptSettings } from '@keyart/llm';
import type { PictureShelf } from './picture-shelf';
import type { TaughtText, TaughtTitle, TaughtViewer } from './taught';

/** What rows of the stages are made of: training viewers and training titles only, or those a split judges by. */
export interface StageParts {
  readonly settings: PromptSettings;
  readonly viewers: readonly TaughtViewer[];
  readonly titles: readonly TaughtTitle[];
  /** The titles' pictures. */
  readonly shelf: PictureShelf;
  /** Sentences about films; may be empty. */
  readonly sentences: readonly TaughtText[];
  /** Pictures of a row: more of them cost time and say less each. */
  readonly pictureCount: number;
}
