import type { DecisionRecord, TitleRecord } from '@keyart/contracts';
import type { LoggedChoice } from '@keyart/decision-log';
import type { ArtworkDescriptor, TasteProfile } from '@keyart/features';

/** What the service knows of a decision beside the log. */
export interface KnownDecision {
  readonly record: DecisionRecord;
  readonly title: TitleRecord;
  /** Pictures that stood next to its place when it was made. */
  readonly neighbours: readonly ArtworkDescriptor[];
}

/** A logged decision as a policy of the service sees it. */
export interface JudgedDecision {
  readonly choice: LoggedChoice;
  /** `[K]`, aligned with the choice's candidates, as the catalogue describes them today. */
  readonly artworks: readonly ArtworkDescriptor[];
  /** As of the decision; a new viewer's where no policy looks at it. */
  readonly taste: TasteProfile;
  /** null: the log alone is known. */
  readonly known: KnownDecision | null;
}
