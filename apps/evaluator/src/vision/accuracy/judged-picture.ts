import type { ShotScale } from '@keyart/contracts';
import type { Facet } from '@keyart/features';
import type { Medium } from '../labels/artwork-labels';
import type { FaceMatch } from './match-faces';

/** What a person saw and what was found. */
export interface Judgement<T> {
  readonly expected: T;
  readonly found: T;
}

/** A picture's label against its reading. */
export interface JudgedPicture {
  readonly artworkId: string;
  readonly medium: Medium;
  readonly faces: FaceMatch;
  /** Whether words can be read. */
  readonly lettering: Judgement<boolean>;
  readonly shotScale: Judgement<ShotScale>;
  readonly topFacet: {
    /** Any of them is right. */
    readonly accepted: readonly Facet[];
    /** Null: none was found. */
    readonly found: string | null;
    readonly isRight: boolean;
  };
}
