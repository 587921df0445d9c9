import { shuffled, type Random } from '@keyart/common';
import type { LaunchedTitle } from './audience-title';
import type { LaunchForecast, SeenMarket, UpdateCase } from './market-update';

/** Markets of a title that somebody looked at. */
export function seenMarkets({ markets }: Pick<LaunchedTitle, 'markets'>): SeenMarket[] {
  return markets.flatMap((outcome, place) => (outcome === -1 ? [] : [{ place, outcome }]));
}

/** As if so many markets, drawn by chance, had been observed; null of a title with fewer and one more. */
export function updateCase(
  title: Pick<LaunchedTitle, 'markets'>,
  { forecast, seenCount }: { readonly forecast: LaunchForecast; readonly seenCount: number },
  random: Random,
): UpdateCase | null {
  const all = shuffled(seenMarkets(title), random);
  if (all.length <= seenCount) return null;
  return { forecast, seen: all.slice(0, seenCount), rest: all.slice(seenCount) };
}
