const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** A count in few letters: `1.3M`. */
export function countText(count: number): string {
  return COMPACT.format(count);
}

/** US dollars in few letters: `$736K`. */
export function moneyText(money: number): string {
  return `${money < 0 ? '−' : ''}$${countText(Math.abs(money))}`;
}
