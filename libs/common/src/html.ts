/** Markup that is safe to send: everything that came from data was escaped on its way in. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template; nothing is shown of null, undefined and false. */
export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** A template whose values are escaped, for element contents and quoted attributes; nested templates stay markup. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  const text = strings.reduce((before, after, index) => before + textOf(parts[index - 1]) + after);
  return new Html(text);
}

/** Markup or style of our own that is put in as it is. Never call it with data. */
export function trusted(text: string): Html {
  return new Html(text);
}

function textOf(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  return String(part)
    .toWellFormed()
    .replace(/[&<>"'`]/g, (character) => ESCAPES[character]);
}
