import type { FieldErrorDto, MarketObservationDto } from '@keyart/contracts';
import { invalidBody } from '../problems/invalid-body';

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function faultsOf(item: MarketObservationDto, index: number, first: number): FieldErrorDto[] {
  const { country, isOffered, isCharted, observedOn } = item;
  const at = `items.${index}`;
  return [
    ...(first < index
      ? [{ field: `${at}.country`, detail: `${country} stands in items.${first} already` }]
      : []),
    ...(isCharted && !isOffered
      ? [{ field: `${at}.isCharted`, detail: 'must be false where the title is not offered' }]
      : []),
    ...(isDay(observedOn) ? [] : [{ field: `${at}.observedOn`, detail: `${observedOn} is no day` }]),
  ];
}

/** @throws ProblemException `invalid-body` naming each row at fault: a country twice, charted where not offered, a day there is not */
export function requireSoundMarkets(items: readonly MarketObservationDto[]): void {
  const places = new Map<string, number>();
  items.forEach(({ country }, index) => {
    if (!places.has(country)) places.set(country, index);
  });
  const faults = items.flatMap((item, index) => faultsOf(item, index, places.get(item.country) ?? index));
  if (faults.length > 0) throw invalidBody(faults);
}
