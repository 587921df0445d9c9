import type { PictureReader } from './analyser/picture-reader';
import type { PictureDescriber } from './description/picture-describer';
import type { TextEmbedder } from './text-embedder';

/** Everything that is read off pictures, over models that are loaded once. */
export interface Vision {
  readonly reader: PictureReader;
  readonly describer: PictureDescriber;
  /** Captions as vectors; null: the text model is not on this machine. */
  readonly embedder: TextEmbedder | null;
  /** Likeness in meaning of two texts, in [0, 1]; null: the text model is not on this machine. */
  likeness(one: string, other: string): Promise<number | null>;
  /** What is missing on this machine and what that costs, for people; empty: nothing. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}
