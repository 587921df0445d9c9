const OLDEST_YEARS = 30;

/** ln(1 + age), of at most 30 years: the first years count. */
export function logAge(ageYears: number): number {
  return Math.log(1 + Math.min(OLDEST_YEARS, Math.max(0, ageYears)));
}
