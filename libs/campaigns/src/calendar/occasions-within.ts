import type { CampaignWindow } from '../window/campaign-window';
import { occasionDay, type Occasion } from './occasion';

/** An occasion on its day. */
export interface DatedOccasion<T extends Occasion = Occasion> {
  readonly occasion: T;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** The occasions that a window's country observes within its days, in the order of days. */
export function occasionsWithin<T extends Occasion>(
  occasions: readonly T[],
  { country, firstDay, lastDay }: Pick<CampaignWindow, 'country' | 'firstDay' | 'lastDay'>,
): DatedOccasion<T>[] {
  const observed = occasions.filter(({ countries }) => countries.includes(country));
  const [from, to] = [Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return years
    .flatMap((year) => observed.map((occasion) => ({ occasion, day: occasionDay(occasion.rule, year) })))
    .filter((one): one is DatedOccasion<T> => one.day !== null && one.day >= firstDay && one.day <= lastDay)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
