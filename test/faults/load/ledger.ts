import type { Period } from '../chaos/fault';

/** A choice that the service answered. */
export interface AnsweredDecision {
  readonly decisionId: string;
  readonly titleId: string;
  readonly artworkId: string;
  readonly requestId: string;
  readonly during: Period;
}

/** An event as sent. */
export interface SentEvent {
  readonly eventId: string;
  readonly decisionId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly progressFraction?: number;
}

/** A film of a member's history that the service took. */
export interface AcceptedFilm {
  readonly memberId: string;
  readonly title: string;
  readonly rating: number;
  readonly during: Period;
}

/** A job that the service took. */
export interface AcceptedJob {
  readonly name: string;
  readonly jobId: string;
  readonly during: Period;
}

/** What the clients were told: the truth that the database is held against. */
export class Ledger {
  readonly decisions = new Map<string, AnsweredDecision>();
  /** Propensities read right after the answer, by decision id; a sample. */
  readonly propensities = new Map<string, number>();
  readonly events = new Map<string, SentEvent & { readonly during: Period }>();
  /** Events that the service said it stored anew, over all answers: more than there are ids means that one was stored twice. */
  newEventCount = 0;
  readonly films = new Map<string, AcceptedFilm>();
  readonly jobs: AcceptedJob[] = [];
  /** Pictures that the service took. */
  uploadCount = 0;
  /** Artworks that showed another picture than the one just taken. */
  readonly wrongPictures: { readonly artworkId: string; readonly during: Period }[] = [];
  /** How many pictures were read back, byte for byte, right after they were taken. */
  readBackCount = 0;
  /** SHA-256 of the picture taken last, by artwork id. */
  readonly pictures = new Map<string, { readonly sha256: string; readonly during: Period }>();
}
