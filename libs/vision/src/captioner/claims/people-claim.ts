import { textTokens } from './text-tokens';

/** How many people a text says there are, at least and at most (Infinity: it does not say). */
export interface PeopleClaim {
  readonly least: number;
  readonly most: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const ONE = words(
  'man woman boy girl child person face lady gentleman guy actor actress hero heroine dancer singer soldier warrior scientist ' +
    'detective cowboy policeman king queen prince princess knight wizard witch priest nurse doctor astronaut baby teenager figure ' +
    'youth bride groom comedian officer sailor vampire portrait stranger',
);
const SEVERAL = words(
  'men women boys girls children people persons faces ladies gentlemen guys actors actresses heroes dancers singers soldiers warriors ' +
    'scientists detectives cowboys policemen knights figures friends lovers teenagers youths officers sailors siblings brothers sisters',
);
/** Of a crowd two faces at least are to be seen. */
const MANY: PeopleClaim = { least: 2, most: Infinity };
const GROUPS: Readonly<Record<string, PeopleClaim>> = {
  couple: { least: 2, most: 2 },
  pair: { least: 2, most: 2 },
  duo: { least: 2, most: 2 },
  trio: { least: 3, most: 3 },
  crowd: MANY,
  family: MANY,
};
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  another: 1,
  single: 1,
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
};
/** What the count before a noun does not reach across. */
const BARRIERS = words(
  'and or but of with without in on at by before behind beside between under over near from to into against who that which while as ' +
    'the his her its their this these is are looks stands , ; : . ( ) – —',
);
const REACH = 5;
const NOBODY =
  /\b(nobody|no[ -]?one|no (?:people|person|persons|man|woman|faces?|figures?|humans?|human figures?)|without (?:any )?(?:people|anybody|faces|human)|deserted|uninhabited|not a soul)\b/i;

/** Before `a man` or `people`: nobody who is there. */
const NOT_THERE = words('be become as like for no without any');

/**
 * People a text counts: `two men and a woman` → 3; null where it counts none and does not say that there are none. What follows a
 * comma may be the same person again (`a man, a star of the screen`) and raises only the most.
 */
export function peopleClaimOf(text: string): PeopleClaim | null {
  const tokens = textTokens(text);
  const claims = tokens.flatMap((token, at) => claimAt(tokens, { token, at }) ?? []);
  if (claims.length === 0) return NOBODY.test(text) ? { least: 0, most: 0 } : null;
  const open = claims.filter(({ most }) => most === Infinity);
  const counted = sumOf(claims.filter(({ most }) => most !== Infinity));
  return open.length > 0
    ? { least: Math.max(counted.least, MANY.least), most: Infinity }
    : { ...counted, least: Math.max(counted.least, 1) };
}

function sumOf(claims: readonly PeopleClaim[]): PeopleClaim {
  return claims.reduce((a, b) => ({ least: a.least + b.least, most: a.most + b.most }), {
    least: 0,
    most: 0,
  });
}

function claimAt(
  tokens: readonly string[],
  { token, at }: { readonly token: string; readonly at: number },
): PeopleClaim | null {
  if (isPartOf(tokens, at)) return null;
  const counted = countBefore(tokens, at);
  if (Object.hasOwn(GROUPS, token)) return counted && GROUPS[token];
  if (!ONE.has(token) && !SEVERAL.has(token)) return null;
  if (!counted) return SEVERAL.has(token) && !NOT_THERE.has(tokens[at - 1] ?? '') ? MANY : null;
  const { count, before } = counted;
  if (NOT_THERE.has(before)) return null;
  return { least: before === ',' ? 0 : count, most: count };
}

/** `the face of a woman`, `a portrait of a man`: counted once, by who it is of. `a crowd of men`: by the crowd. */
function isPartOf(tokens: readonly string[], at: number): boolean {
  const isOfSomebody =
    ['face', 'faces', 'figure', 'portrait'].includes(tokens[at]) && tokens[at + 1] === 'of';
  const isOfGroup = tokens[at - 1] === 'of' && Object.hasOwn(GROUPS, tokens[at - 2] ?? '');
  return isOfSomebody || isOfGroup;
}

/** The count that a noun's words begin with, and the word before it. */
function countBefore(tokens: readonly string[], at: number): { count: number; before: string } | null {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    if (BARRIERS.has(tokens[i])) return null;
    if (Object.hasOwn(COUNTS, tokens[i])) return { count: COUNTS[tokens[i]], before: tokens[i - 1] ?? '' };
  }
  return null;
}
