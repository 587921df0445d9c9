import { numberOf } from '../evaluation/evaluate-options';

/** A whole number of an option within limits. @throws InputError `BAD_EVALUATION_OPTION` that names the option */
export function wholeNumberOf(
  option: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const isFine = (x: number): boolean => Number.isInteger(x) && x >= least && x <= most;
  return numberOf(option, text, { isFine, range: `that is whole, from ${least} to ${most}` });
}
