import { centredTraits } from '../traits/centred-traits';
import { TRAIT_NAMES } from '../traits/picture-traits';
import type { TitleTransfer, TransferredEffects } from './transfer-model';

/** A picture of a title, by its traits. */
export interface PriorPicture {
  readonly artworkId: string;
  /** `[T]`, see `pictureTraits`. */
  readonly traits: Float64Array;
}

/** What a trait adds to a picture's prior. */
export interface TraitLift {
  readonly trait: string;
  /** Reward. */
  readonly lift: number;
}

/** What is expected of a picture before it was shown. */
export interface ArtworkPrior {
  readonly artworkId: string;
  /** Reward above the mean of the title's pictures. */
  readonly meanLift: number;
  /** Parts of it that came from similar titles and from titles of the same micro-genres. */
  readonly similarityLift: number;
  readonly microGenreLift: number;
  /** Traits that say most of it, largest first. */
  readonly traits: readonly TraitLift[];
}

const TOLD_TRAIT_COUNT = 3;

function liftOf(transfer: TransferredEffects | undefined, traits: Float64Array): number {
  return traits.reduce((sum, value, t) => sum + value * (transfer?.effects[t] ?? 0), 0);
}

/**
 * Priors of a title's pictures: Σ_t (trait_t − mean of the title's pictures) · (effects from similar titles + from micro-genres). 0 throughout for a title
 * that nothing was transferred to.
 * @param transfer of the title, from the model; undefined: the model does not know it
 */
export function artworkPriors(
  transfer: Pick<TitleTransfer, 'similarity' | 'micro-genre'> | undefined,
  pictures: readonly PriorPicture[],
): ArtworkPrior[] {
  const above = centredTraits(pictures.map(({ traits }) => traits));
  const effectOf = (t: number): number =>
    (transfer?.similarity?.effects[t] ?? 0) + (transfer?.['micro-genre']?.effects[t] ?? 0);
  return pictures.map(({ artworkId }, k) => {
    const similarityLift = liftOf(transfer?.similarity, above[k]);
    const microGenreLift = liftOf(transfer?.['micro-genre'], above[k]);
    const traits = TRAIT_NAMES.map((trait, t) => ({ trait, lift: above[k][t] * effectOf(t) }))
      .filter(({ lift }) => lift !== 0)
      .sort((a, b) => Math.abs(b.lift) - Math.abs(a.lift))
      .slice(0, TOLD_TRAIT_COUNT);
    return { artworkId, meanLift: similarityLift + microGenreLift, similarityLift, microGenreLift, traits };
  });
}
