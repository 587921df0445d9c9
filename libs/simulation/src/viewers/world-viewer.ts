import type { HistoryEntry } from '@keyart/contracts';
import type { TasteProfile } from '@keyart/features';
import type { RatedFilm } from '../truth/true-taste';

/** A viewer of the world. */
export interface WorldViewer {
  readonly memberId: string;
  /** Never in the log: rankers are compared on these. */
  readonly isHeldOut: boolean;
  /** What the service knows: the first 70% of the ratings. */
  readonly history: readonly HistoryEntry[];
  /** Of `history`. */
  readonly taste: TasteProfile;
  /** Films of `history`, by place in the source's list. */
  readonly visibleFilms: ReadonlySet<number>;
  /** All ratings; the truth's alone. */
  readonly rated: readonly RatedFilm[];
  /** When the visible part ends. */
  readonly visibleUntilMs: number;
}
