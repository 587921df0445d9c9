import type { AudienceDto } from '@keyart/contracts';

/** An answer, made up. */
export const AUDIENCE_EXAMPLE: AudienceDto = {
  titleId: 'harbour-lights',
  countries: [
    {
      ...{ country: 'BR', probability: 0.41, low: 0.12, high: 0.83, rank: 1 },
      ...{ observed: null, region: 'BR AR MX +14' },
    },
  ],
  donors: [
    { titleId: 'night-ferry', name: 'Night Ferry', weightFraction: 0.18, countries: ['AR', 'BR', 'MX'] },
  ],
  effectiveDonorCount: 11.2,
  evidence: 'full',
  observedCount: 0,
  isUpdated: false,
  modelVersion: 'audience-3f9c0d1a2b4e5f60',
};
