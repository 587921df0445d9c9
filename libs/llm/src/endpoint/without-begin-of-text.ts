const BEGIN_OF_TEXT = '<|begin_of_text|>';

/** The prompt for a server that puts the begin-of-text token first itself: twice the token would move every probability. */
export function withoutBeginOfText(prompt: string): string {
  return prompt.startsWith(BEGIN_OF_TEXT) ? prompt.slice(BEGIN_OF_TEXT.length) : prompt;
}
