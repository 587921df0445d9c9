import type { BombingDto, ProfileFiguresDto, TitleSentimentDto, TrendPointDto } from '@keyart/contracts';
import type { Bombing, TitleProfile, TrendPoint } from '@keyart/profiles';
import type { TitleSentiment } from '@keyart/voice';

/** A profile as it is told. */
export function titleSentimentAnswerOf(sentiment: TitleSentiment): TitleSentimentDto {
  const { titleId, version, engineVersion, builtAt, microGenre, copyCount, quarantinedCount } = sentiment;
  return {
    ...{ titleId, version, engineVersion, builtAt: builtAt?.toISOString() ?? null, microGenre },
    ...{ cleaned: figuresOf(sentiment.cleaned), raw: figuresOf(sentiment.raw) },
    ...{ copyCount, quarantinedCount },
    bombings: sentiment.bombings.map(bombingOf),
    trend: sentiment.trend.map(pointOf),
  };
}

function figuresOf({ oldestAtMs, newestAtMs, ...profile }: TitleProfile): ProfileFiguresDto {
  return {
    ...profile,
    polarity: { ...profile.polarity },
    tones: profile.tones.map((tone) => ({ ...tone })),
    aspects: profile.aspects.map((aspect) => ({ ...aspect })),
    oldestAt: instantOf(oldestAtMs),
    newestAt: instantOf(newestAtMs),
  };
}

function bombingOf({ fromMs, untilMs, signs, ...bombing }: Bombing): BombingDto {
  const from = new Date(fromMs).toISOString();
  return { ...bombing, from, until: new Date(untilMs).toISOString(), signs: { ...signs } };
}

function pointOf({ fromMs, untilMs, count, polarity }: TrendPoint): TrendPointDto {
  const from = new Date(fromMs).toISOString();
  return { from, until: new Date(untilMs).toISOString(), count, polarity: { ...polarity } };
}

function instantOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
