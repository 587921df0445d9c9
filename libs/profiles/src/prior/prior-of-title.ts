import { TONES } from '@keyart/contracts';
import type { TitleProfile } from '../profile/title-profile';
import type { ProfilePrior } from './profile-prior';

/** Countries, segments and months of a title differ from it as a whole by about this much (standard deviations .2 and .05). */
const PART_VARIANCE = 0.04;
const TONE_PART_VARIANCE = 0.0025;

/** What a part of a title's reviews (a country, a segment, a window) is shrunk to: the title as a whole. */
export function priorOfTitle(
  whole: TitleProfile,
  { reviewVariance, titleCount }: ProfilePrior,
): ProfilePrior {
  const values = new Map(whole.tones.map(({ tone, value }) => [tone, value]));
  return {
    ...{ reviewVariance, titleCount },
    polarity: { catalogue: { mean: whole.polarity.value, variance: PART_VARIANCE }, groups: {} },
    tones: TONES.map((tone) => ({
      catalogue: { mean: values.get(tone) ?? 0, variance: TONE_PART_VARIANCE },
      groups: {},
    })),
  };
}
