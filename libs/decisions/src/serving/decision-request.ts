import type { ArtworkRecord, DecisionRecord, ServedPolicy, Surface, TitleRecord } from '@keyart/contracts';

/** Where a picture stands on a page, both from 0. */
export interface Place {
  readonly row: number;
  readonly position: number;
}

/** A place on the page that wants a picture. */
export interface RequestedTitle extends Place {
  readonly titleId: string;
}

/** One page, or part of one, of one member. */
export interface DecisionRequest {
  /** UUID. */
  readonly requestId: string;
  readonly memberId: string;
  readonly surface: Surface;
  /** `[N]` places; the same title may stand in several. */
  readonly titles: readonly RequestedTitle[];
  /** null: the assignment plan decides by member. */
  readonly policy: ServedPolicy | null;
  /** Time the answer may take; allows inline LLM scoring. null: precomputed scores only. */
  readonly deadlineMs: number | null;
  /** UUID of the page that this request is a part of; unset or null: the request stands alone. */
  readonly pageId?: string | null;
}

/** Why a title got no picture. */
export type UndecidedCode = 'unknown-title' | 'no-eligible-artwork';

/** The picture of one place, durable in the log, or why there is none. */
export type DecidedTitle =
  | {
      readonly ok: true;
      readonly record: DecisionRecord;
      readonly artwork: ArtworkRecord;
      readonly title: TitleRecord;
    }
  | {
      readonly ok: false;
      readonly titleId: string;
      readonly code: UndecidedCode;
      readonly detail: string;
    };
