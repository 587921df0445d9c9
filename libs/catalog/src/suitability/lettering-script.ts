import type { LetteringFeatures } from '@keyart/contracts';

/** Scripts the recogniser reads, by ISO 15924 code; the first that matches a letter counts. */
const SCRIPTS = [
  ['Hira', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Latn', /\p{Script=Latin}/u],
] as const;
/** Scripts that a language's readers read, beside the one its locale says. */
const ALSO_READ: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Hani', 'Latn'],
  Kore: ['Hang', 'Latn'],
  Hans: ['Hani', 'Latn'],
  Hant: ['Hani', 'Latn'],
};
/** A word of fewer letters, or one read with less confidence, is as likely a pattern taken for lettering. */
const LEAST_LETTER_COUNT = 3;
const LEAST_CONFIDENCE = 0.8;

/**
 * The script that most letters on a picture belong to.
 * @returns an ISO 15924 code; null where nothing, or too little to be sure, was read
 */
export function letteringScript({ lines }: LetteringFeatures): string | null {
  const counts = new Map<string, number>();
  for (const { text, textConfidence } of lines) {
    if (text === null || (textConfidence ?? 0) < LEAST_CONFIDENCE) continue;
    for (const letter of text.match(/\p{L}/gu) ?? []) {
      const script = SCRIPTS.find(([, letters]) => letters.test(letter))?.[0];
      if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= LEAST_LETTER_COUNT ? most[0] : null;
}

/**
 * Whether readers of a language can read a script. Latin letters pass everywhere: titles are written in them the world over.
 * @param script ISO 15924 code, as `letteringScript` names it
 * @param locale language tag of the page
 */
export function canRead(script: string, locale: string): boolean {
  if (script === 'Latn') return true;
  const own = scriptOf(locale);
  return own === script || (ALSO_READ[own] ?? []).includes(script);
}

/** The script a language is usually written in; Latin for a tag nobody knows. */
function scriptOf(locale: string): string {
  try {
    return new Intl.Locale(locale).maximize().script ?? 'Latn';
  } catch {
    return 'Latn';
  }
}
