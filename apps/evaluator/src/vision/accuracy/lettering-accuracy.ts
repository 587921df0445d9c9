import type { JudgedPicture } from './judged-picture';
import { proportionOf, type Proportion } from './proportion';

/** How well pictures with lettering were told from those without. */
export interface LetteringAccuracy {
  readonly accuracy: Proportion;
  /** Of the pictures said to have lettering. */
  readonly precision: Proportion;
  /** Of the pictures that have it. */
  readonly recall: Proportion;
}

/** Counts of right answers over the pictures. */
export function letteringAccuracyOf(pictures: readonly JudgedPicture[]): LetteringAccuracy {
  const answers = pictures.map(({ lettering }) => lettering);
  const said = answers.filter(({ found }) => found);
  const lettered = answers.filter(({ expected }) => expected);
  return {
    accuracy: proportionOf(
      answers.filter(({ expected, found }) => expected === found).length,
      answers.length,
    ),
    precision: proportionOf(said.filter(({ expected }) => expected).length, said.length),
    recall: proportionOf(lettered.filter(({ found }) => found).length, lettered.length),
  };
}
