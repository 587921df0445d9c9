/** What no table of countries says; names as in `models/localisation/assumptions.json`. Fractions in [0, 1], money in US dollars. */
export const LOCALISATION_ASSUMPTIONS = [
  'runtimeMinutes',
  'watchFraction',
  'moneyPerViewer',
  'subtitlesForDubFraction',
  'dubForSubtitlesFraction',
  'withoutHelpFraction',
  'secondLanguageFraction',
  'campaignLogOddsShift',
  'campaignFixedCost',
  'campaignCostPerThousand',
  'artworkCost',
  'artworkGainFraction',
] as const;

/** One of the names. */
export type LocalisationAssumption = (typeof LOCALISATION_ASSUMPTIONS)[number];

/** A value ≥ 0 for each. */
export type LocalisationAssumptions = Readonly<Record<LocalisationAssumption, number>>;
