import type { SentimentFlag } from '@keyart/contracts';

/** Characters that are read of a text; what comes after is left aside. */
export const MAXIMUM_TEXT_LENGTH = 20_000;

/** Text fit to be read; places in it are places in the text as it was given. */
export interface CleanText {
  readonly text: string;
  readonly flags: readonly SentimentFlag[];
}

const MARKUP = /<\/?[a-z][^<>]{0,500}>|<!--[\s\S]{0,2000}?-->|&(?:[a-z]{2,10}|#\d{1,6}|#x[0-9a-f]{1,6});/gi;
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]/gu;
/** White space, and the joiners that emoji and several scripts need. */
const HARMLESS_CONTROL = /[\t\n\r\u200C\u200D]/;
/** Marks by which language models tell roles and turns apart. */
const ROLE_MARK = /<\|[^|<>]{0,60}\|>|\[\/?INST\]|<<\/?SYS>>/gi;

function blanked(found: string): string {
  return ' '.repeat(found.length);
}

/** Blanks markup, control characters and role marks of language models out, so that every place stays where it was. */
export function cleanText(given: string): CleanText {
  const flags: SentimentFlag[] = [];
  const cut = given.length > MAXIMUM_TEXT_LENGTH ? given.slice(0, MAXIMUM_TEXT_LENGTH) : given;
  if (cut !== given) flags.push('truncated');
  const unroled = cut.replace(ROLE_MARK, blanked);
  if (unroled !== cut) flags.push('instructions');
  const bare = unroled.replace(MARKUP, blanked);
  if (bare !== unroled) flags.push('markup');
  let hasControl = false;
  const text = bare.replace(CONTROL, (found) => {
    if (HARMLESS_CONTROL.test(found)) return found;
    hasControl = true;
    return blanked(found);
  });
  if (hasControl) flags.push('control-characters');
  return { text, flags };
}
