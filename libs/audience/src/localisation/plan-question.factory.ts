import type { CountryAudience } from '@keyart/contracts';
import type { LocalisationAssumptions } from './localisation-assumptions';
import type { Market } from './market';
import type { PlanQuestion } from './plan-question';
import { TRACK_KINDS, trackKey } from './track';

/** Round numbers, for sums that can be checked in the head. */
export const ASSUMPTIONS: LocalisationAssumptions = {
  ...{ runtimeMinutes: 100, watchFraction: 0.1, moneyPerViewer: 1 },
  ...{ subtitlesForDubFraction: 0.5, dubForSubtitlesFraction: 0.5 },
  ...{ withoutHelpFraction: 0.5, secondLanguageFraction: 0.5 },
  ...{ campaignLogOddsShift: 0.5, campaignFixedCost: 100, campaignCostPerThousand: 1 },
  ...{ artworkCost: 50, artworkGainFraction: 0.1 },
};

/** A country of a million people, all within reach, half for dubs and a fifth for subtitles. */
export function marketOf(
  country: string,
  languages: Readonly<Record<string, number>>,
  more: Partial<Market> = {},
): Market {
  return {
    ...{ country, people: 1_000_000, streamingFraction: 1, modes: { dub: 0.5, subtitle: 0.2 } },
    languages: Object.entries(languages).map(([language, share]) => ({ language, role: 'home', share })),
    ...more,
  };
}

/** Surely or hardly, with an interval of a tenth to both sides. */
export function audienceOf(country: string, probability: number): CountryAudience {
  const [low, high] = [Math.max(0, probability - 0.1), Math.min(1, probability + 0.1)];
  return { country, probability, low, high, rank: 1, observed: null };
}

/** An English title for Germany, Austria, France and Britain; tracks at 10 and 100 US dollars a minute. */
export function planQuestionOf(more: Partial<PlanQuestion> = {}): PlanQuestion {
  const markets = [
    marketOf('DE', { de: 0.9 }),
    marketOf('AT', { de: 1 }),
    marketOf('FR', { fr: 1 }),
    marketOf('GB', { en: 1 }),
  ];
  const languages = ['de', 'fr', 'en'];
  return {
    title: { titleId: 't', name: 'T', originalLanguage: 'en', artworkLocales: [null] },
    forecast: markets.map(({ country }) => audienceOf(country, 0.5)),
    markets: new Map(markets.map((market) => [market.country, market])),
    costs: new Map(
      languages.flatMap((language) =>
        TRACK_KINDS.map((kind) => [trackKey({ kind, language }), kind === 'dub' ? 100 : 10] as const),
      ),
    ),
    assumptions: ASSUMPTIONS,
    existing: [],
    ...more,
  };
}
