import type { CountryAudience } from '@keyart/contracts';

/** A share of [0, 1] in words: `4.2 %`, `38 %`. */
export function percentText(fraction: number): string {
  const percent = 100 * fraction;
  return `${percent < 10 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** An interval in words: `3.1–9.8 %`. */
export function intervalText({ low, high }: Pick<CountryAudience, 'low' | 'high'>): string {
  return `${percentText(low).replace(' %', '')}–${percentText(high)}`;
}
