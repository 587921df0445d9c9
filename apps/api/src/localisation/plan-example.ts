import type { LocalisationPlanDto } from '@keyart/contracts';

const VIEWERS = { value: 262_000, low: 181_000, high: 340_000 };
const WORTH = {
  viewers: VIEWERS,
  value: { value: 26_200, low: 18_100, high: 34_000 },
  ...{ cost: 12_000, netValue: 14_200 },
};

/** A plan of one dub, for the API document. */
export const PLAN_EXAMPLE: LocalisationPlanDto = {
  ...{ titleId: 'metropolis', titleName: 'Metropolis', originalLanguage: 'en' },
  ...{ runtimeMinutes: 100, budget: 15_000, existing: ['subtitle:fr'] },
  items: [
    {
      ...{ kind: 'dub', language: 'de', country: null, ...WORTH, cumulative: WORTH },
      reasons: [
        {
          country: 'DE',
          probability: { value: 0.41, low: 0.29, high: 0.53 },
          ...{ marketSize: 42_059_550, languageShare: 0.91, modePreference: 0.8, existing: [] },
          viewers: VIEWERS,
        },
      ],
      sentence:
        'Dub in German: about 262,000 more viewers (181,000 to 340,000), worth $26,200 for $12,000: ' +
        'Germany: chance of an audience 41 %, 91 % speak the language, 80 % like dubs.',
    },
  ],
  ...{ itemCount: 1, total: WORTH, followUp: [], leftOut: [], leftOutCount: 0 },
  nothingNeeded: [{ country: 'GB', share: 0.93 }],
  unknown: [{ country: 'CN', reason: 'no data: market' }],
  missingExposure: [{ country: 'JP', probability: 0.22 }],
  caveats: [],
  assumptions: { moneyPerViewer: 0.1, watchFraction: 0.05, runtimeMinutes: 100 },
};
